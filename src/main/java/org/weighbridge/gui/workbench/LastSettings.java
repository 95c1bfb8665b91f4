package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * What every layer was last set to under every coder, so that who comes back to a coder finds it as
 * it was left. Options of a coder share their memory.
 */
final class LastSettings {
  private record Key(LayerId layer, String family) {}

  private final Map<Key, Setting> last = new HashMap<>();

  void forget() {
    last.clear();
  }

  void learn(Configuration configuration) {
    configuration
        .settings()
        .forEach((layer, set) -> last.put(key(layer, configuration.codec(layer)), set));
  }

  /** What the coder was last set to for a layer, when it still takes that. */
  Optional<Setting> of(LayerId layer, LayerCodec codec) {
    return Optional.ofNullable(last.get(key(layer, codec))).filter(codec.axis()::takes);
  }

  private static Key key(LayerId layer, LayerCodec codec) {
    return new Key(layer, codec.family());
  }
}
