# What scripts need in a checkout: a JDK, and the program built. To be sourced by a POSIX shell that
# has set $home (the checkout), $jar (the program), and knows how to fail.
#
# WEIGHBRIDGE_JAVA_HOME  the JDK to use, instead of looking for one

# Whether $1 is the folder of a Java 25 or later; $tool is the program needed of it.
suits() {
  [ -x "$1/bin/$tool" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        version=${line#*=}
        version=${version#\"}
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge 25 ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

# Sets $java_home to the first folder that suits.
find_java() {
  if [ -n "${WEIGHBRIDGE_JAVA_HOME:-}" ]; then
    java_home=$WEIGHBRIDGE_JAVA_HOME
    suits "$java_home" && return
    fail "WEIGHBRIDGE_JAVA_HOME names $java_home, which is no JDK 25 or later; set it to one or unset it."
  fi
  java_home=${JAVA_HOME:-}
  [ -n "$java_home" ] && suits "$java_home" && return
  on_path=$(command -v java 2>/dev/null)
  while [ -n "$on_path" ] && [ -h "$on_path" ]; do
    link=$(readlink "$on_path")
    case $link in
      /*) on_path=$link ;;
      *) on_path=$(dirname "$on_path")/$link ;;
    esac
  done
  java_home=${on_path%/bin/java}
  [ -n "$on_path" ] && suits "$java_home" && return
  for java_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.jdks/* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.asdf/installs/java/* "${HOME:-/}"/.local/share/mise/installs/java/*; do
    suits "$java_home" && return
  done
  fail "no JDK 25 or later found in WEIGHBRIDGE_JAVA_HOME, JAVA_HOME, PATH, /usr/lib/jvm and the other usual folders; install one (such as Eclipse Temurin 25) or name its folder in WEIGHBRIDGE_JAVA_HOME."
}

# Whether the program must be built: there is no jar, or sources changed after it.
stale() {
  [ -f "$jar" ] || return 0
  [ -n "$(find "$home/pom.xml" "$home/src/main" "$home/resources" -newer "$jar" 2>/dev/null | head -n 1)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 ||
    fail "Maven is needed to build the program and is not on the PATH; install it (on Debian: apt-get install maven)."
  printf 'weighbridge: building (a few seconds; minutes the first time, while libraries are fetched)\n' >&2
  log=$(
    cd "$home" || exit 1
    JAVA_HOME=$java_home
    MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    export JAVA_HOME MAVEN_OPTS
    mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true package 2>&1
  ) || {
    printf '%s\n' "$log" >&2
    fail "the build failed, for the reason above; mend it and start again."
  }
  # Maven leaves an archive alone whose content did not change: it would look stale for ever.
  touch "$jar"
}

# Sets $java_home, and builds what is not built.
prepare() {
  if stale; then
    tool=javac
    find_java
    build
  else
    tool=${1:-java}
    find_java
  fi
}
