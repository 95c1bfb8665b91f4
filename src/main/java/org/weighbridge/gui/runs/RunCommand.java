package org.weighbridge.gui.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.network.LayerId;

/**
 * The command line that does again what a run did, for a POSIX shell. It needs no file but the
 * model and the data.
 *
 * @param model the file that was opened
 * @param data the data set as verbs take it; empty without one
 */
record RunCommand(Path model, Optional<String> data) {
  private static final String PROGRAM = "./weighbridge";

  /** Why a run cannot be repeated by a command; empty when it can. */
  static Optional<String> obstacle(Run run) {
    return run.base() == 0
        ? Optional.empty()
        : Optional.of(
            "Run %d is of a network that was retrained here, which no command line makes again."
                .formatted(run.number()));
  }

  /** The command of a run without {@link #obstacle}. */
  String of(Run run) {
    Path input = model.toAbsolutePath();
    String name = String.valueOf(model.getFileName()).replaceFirst("\\.[^.]*$", "");
    String output = name + "-run-" + run.number();
    var command = new StringJoiner(" ");
    if (!run.pruning().isEmpty()) {
      String pruned = output + "-pruned.onnx";
      command.add(PROGRAM + " prune").add(quoted(input.toString())).add("-o").add(quoted(pruned));
      prune(command, run.pruning());
      command.add("&&");
      input = Path.of(pruned);
    }
    command.add(PROGRAM + " encode").add(quoted(input.toString()));
    command.add("-o").add(quoted(output + ".wbz"));
    encode(command, run.configuration());
    data.ifPresent(where -> command.add("--data").add(quoted(absolute(where))));
    return command.toString();
  }

  private static void encode(StringJoiner command, Configuration configuration) {
    if (!fitsOptions(configuration)) {
      command.add("--config").add(quoted(ConfigurationFile.toLine(configuration)));
      return;
    }
    var coding = configuration.coding();
    command.add("--codec").add(coding.codec());
    command.add("--effort").add(lowerCase(coding.effort()));
    command.add("--below-bound").add(lowerCase(coding.belowBound()));
    coding.smallTensors().ifPresent(b -> command.add("--small-tensors").add(b.toString()));
    command.add("--bounds").add(quoted(byLayer(configuration.settings())));
  }

  /** Options name at least one layer, and separate layers by commas. */
  private static boolean fitsOptions(Configuration configuration) {
    var layers = configuration.settings().keySet();
    return !layers.isEmpty()
        && configuration.coders().isEmpty()
        && layers.stream().noneMatch(layer -> layer.name().contains(","));
  }

  private static void prune(StringJoiner command, PruningChoices pruning) {
    double common = pruning.values().values().iterator().next();
    var values = new java.util.TreeMap<LayerId, Double>(Comparator.comparing(LayerId::name));
    values.putAll(pruning.values());
    switch (pruning.method()) {
      case DENSITY -> command.add("--density").add(quoted(byLayer(values)));
      case THRESHOLD -> command.add("--threshold").add(quoted(byLayer(values)));
      case QUALITY -> command.add("--quality").add(quoted(byLayer(values)));
      case GLOBAL -> command.add("--global").add(Double.toString(common));
      case PATTERN -> {
        command.add("--structure").add((int) common + ":" + (int) pruning.method().idle());
        return;
      }
    }
    command
        .add("--structure")
        .add(
            switch (pruning.grain()) {
              case WEIGHTS -> "weights";
              case NEURONS -> "neurons";
              case INPUTS -> "inputs";
              case BLOCKS -> "blocks:4x4";
            });
  }

  private static String byLayer(Map<LayerId, ?> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  /** Folders as they are found from everywhere; names of built-in data as they are. */
  private static String absolute(String where) {
    Path path = Path.of(where);
    return Files.exists(path) ? path.toAbsolutePath().toString() : where;
  }

  /** A word as a POSIX shell reads it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
