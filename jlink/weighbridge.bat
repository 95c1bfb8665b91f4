@echo off
rem Starts Weighbridge of an image on Windows; not tried there yet. See docs/image.md.
setlocal
set "ROOT=%~dp0.."
set "FLAGS=-Djava.awt.headless=true -XX:+UseSerialGC"
if "%~1"=="" set "FLAGS="
for %%v in (open screenshot) do if "%~1"=="%%v" set "FLAGS="
"%ROOT%\runtime\bin\java.exe" --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow "-DZstdNativePath=%ROOT%\lib\native\libzstd-jni.dll" "-Donnxruntime.native.path=%ROOT%\lib\native" "-XX:AOTCache=%ROOT%\weighbridge.aot" -Xlog:aot=off -Xlog:cds=off %FLAGS% %WEIGHBRIDGE_JAVA_OPTS% -jar "%ROOT%\weighbridge.jar" %*
exit /b %ERRORLEVEL%
