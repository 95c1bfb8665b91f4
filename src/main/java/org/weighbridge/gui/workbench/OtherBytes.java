package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.network.LayerId;

/**
 * What a file holds beside the coded layers: header, graph, small tensors, locked layers. It
 * depends on the coding and on which layers are coded, and never on their bounds.
 */
final class OtherBytes {
  private record Key(Coding coding, Map<LayerId, String> coders, Set<LayerId> coded) {
    static Key of(Configuration configuration) {
      return new Key(
          configuration.coding(),
          configuration.coders(),
          Set.copyOf(configuration.settings().keySet()));
    }
  }

  private final Map<Key, Long> known = new HashMap<>();

  void forget() {
    known.clear();
  }

  void learn(Found<MeasuredFile> found) {
    var file = found.value();
    long layers = file.layers().stream().mapToLong(LayerReport::bytes).sum();
    known.put(Key.of(found.configuration()), file.fileBytes() - layers);
  }

  /** From a file that was measured, else from an assessment of just these layers. */
  OptionalLong of(Configuration configuration, @Nullable Assessment assessment) {
    var key = Key.of(configuration);
    var measured = known.get(key);
    if (measured != null) {
      return OptionalLong.of(measured);
    }
    return assessment != null
            && assessment.otherBytes() > 0
            && key.coded().equals(layers(assessment))
        ? OptionalLong.of(assessment.otherBytes())
        : OptionalLong.empty();
  }

  private static Set<LayerId> layers(Assessment assessment) {
    return Set.copyOf(assessment.curves().stream().map(curve -> curve.layer()).toList());
  }
}
