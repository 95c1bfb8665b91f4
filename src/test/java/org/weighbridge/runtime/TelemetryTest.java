package org.weighbridge.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  /** Loads the native library in a process of its own. */
  static final class Load {
    public static void main(String[] arguments) {
      System.out.print("loaded " + OnnxRuntime.environment().getVersion().isEmpty());
    }
  }

  /** Dozens of jars from a home folder: what a development environment starts a program with. */
  @Test
  void survivesALongCommandLine() throws IOException, InterruptedException {
    String jars = "/home/somebody/.m2/repository/org/example/library/1.2.3/library-1.2.3.jar:";
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var child =
        new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dfiller=" + jars.repeat(100),
                Load.class.getName())
            .redirectErrorStream(true);
    child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    child.environment().put("ORT_DISABLE_TELEMETRY", "0");
    Process process = child.start();
    assertEquals("loaded false", new String(process.getInputStream().readAllBytes(), US_ASCII));
    assertEquals(0, process.waitFor());
  }
}
