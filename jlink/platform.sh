# The system that this is, and its names in the libraries' archives; to be sourced, with $home set.

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=mac ;;
  MINGW* | MSYS* | CYGWIN*) os=windows ;;
  *) fail "there is no image for $(uname -s): ONNX Runtime has no libraries for it." ;;
esac
case $(uname -m) in
  x86_64 | amd64) processor=x64 ;;
  aarch64 | arm64) processor=aarch64 ;;
  *) fail "there is no image for $(uname -m): ONNX Runtime has no libraries for it." ;;
esac
system=$os-$processor
case $system in
  linux-x64) onnxruntime_folder=linux-x64 zstd_folder=linux/amd64 ;;
  linux-aarch64) onnxruntime_folder=linux-aarch64 zstd_folder=linux/aarch64 ;;
  mac-x64) onnxruntime_folder=osx-x64 zstd_folder=darwin/x86_64 ;;
  mac-aarch64) onnxruntime_folder=osx-aarch64 zstd_folder=darwin/aarch64 ;;
  windows-x64) onnxruntime_folder=win-x64 zstd_folder=win/amd64 ;;
  windows-aarch64) onnxruntime_folder=win-aarch64 zstd_folder=win/aarch64 ;;
esac

# The first element $1 of pom.xml.
pom() {
  sed -n "s|^ *<$1>\(.*\)</$1>.*|\1|p" "$home/pom.xml" | head -n 1
}

# The size of file or folder $1 in millions of bytes, links counted once.
size() {
  du -sk "$1" | awk '{ printf "%.0f MB", $1 * 1024 / 1e6 }'
}
