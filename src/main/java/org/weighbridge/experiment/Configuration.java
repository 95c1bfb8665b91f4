package org.weighbridge.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.network.LayerId;

/**
 * Every choice that decides the encoded file: the one thing that sliders move, undo restores and
 * runs are keyed by.
 *
 * @param coding how layers are coded
 * @param bounds the error bound of each layer, in network order; a layer without one is carried
 *     along losslessly
 */
public record Configuration(Coding coding, Map<LayerId, ErrorBound> bounds) {
  public Configuration {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
  }

  public Configuration withBound(LayerId layer, ErrorBound bound) {
    var changed = new LinkedHashMap<>(bounds);
    changed.put(layer, bound);
    return new Configuration(coding, changed);
  }

  /** Carries a layer along losslessly. */
  public Configuration withoutBound(LayerId layer) {
    var changed = new LinkedHashMap<>(bounds);
    changed.remove(layer);
    return new Configuration(coding, changed);
  }

  public Configuration withCoding(Coding other) {
    return new Configuration(other, bounds);
  }
}
