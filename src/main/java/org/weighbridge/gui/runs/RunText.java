package org.weighbridge.gui.runs;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.LayerId;

/** What of a run is words. */
final class RunText {
  private RunText() {}

  /** The codec by its label, and what of the coding is not as usual. */
  static String coder(Run run) {
    var coding = run.configuration().coding();
    var text = new StringBuilder(coders(run.configuration()));
    if (coding.effort() != Effort.BALANCED) {
      text.append(", ").append(lowerCase(coding.effort()));
    }
    if (coding.belowBound() != BelowBound.DROP) {
      text.append(", below bound: ").append(lowerCase(coding.belowBound()));
    }
    coding.smallTensors().ifPresent(bound -> text.append(", small tensors: ").append(bound));
    return text.toString();
  }

  /** A coder with its options: what differs must not look the same. */
  private static String label(String coder) {
    var parts = coder.split("\\+", -1);
    parts[0] = Codecs.label(parts[0]);
    return String.join(", ", parts);
  }

  /** The coders of all layers, that of most layers first. */
  private static String coders(Configuration configuration) {
    if (!configuration.mixed()) {
      return label(
          configuration.coders().values().stream()
              .findFirst()
              .orElse(configuration.coding().codec()));
    }
    var counts = new TreeMap<String, Integer>();
    configuration
        .settings()
        .keySet()
        .forEach(layer -> counts.merge(label(configuration.coder(layer)), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" + "));
  }

  /** Of what network, and on what data where it is other data than now. */
  static String network(Run run, String dataNow) {
    var text = new StringBuilder(run.base() == 0 ? "as opened" : "retrained " + run.base());
    if (!run.pruning().isEmpty()) {
      text.append(", pruned");
    }
    if (run.data().isEmpty()) {
      text.append(", no data");
    } else if (!run.data().equals(dataNow)) {
      text.append(", other data: ").append(run.data());
    }
    return text.toString();
  }

  /** How the network was pruned, layer by layer; empty when it was not. */
  static String pruning(PruningChoices pruning) {
    if (pruning.isEmpty()) {
      return "";
    }
    String units = pruning.grain() == Grain.WEIGHTS ? "" : " of " + lowerCase(pruning.grain());
    return pruning.method()
        + units
        + ": "
        + pruning.values().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(LayerId::name)))
            .map(entry -> entry.getKey().name() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  /** The loss and how far chance may have moved it; a dash without data. */
  static String loss(Run run) {
    return run.accuracy()
        .map(a -> Quantity.points(a.loss().points()) + " ± " + Numbers.fixed(a.loss().margin(), 2))
        .orElse("–");
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
