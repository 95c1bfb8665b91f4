package org.weighbridge.experiment.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.weighbridge.experiment.Version;

/**
 * What of a machine may matter to numbers and times; nothing that tells whose it is.
 *
 * @param system operating system, its version and the architecture
 * @param java the runtime and its version
 * @param processor its name; empty where the system does not say
 * @param cores that this process may use, threads of a core counted each
 * @param libraries that compute, with their versions
 */
public record Machine(
    String system, String java, String processor, int cores, Map<String, String> libraries) {
  public Machine {
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  /** This machine. */
  public static Machine here() {
    return new Machine(
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
        property("java.vm.name") + " " + property("java.vm.version"),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Version.libraries());
  }

  private static String property(String name) {
    return Objects.requireNonNullElse(System.getProperty(name), "");
  }

  private static String processorName() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      // not Linux: Windows says it in the environment, others do not say it without asking
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse("");
    }
  }
}
