package org.weighbridge.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.network.LayerId;

/**
 * Every choice that decides the encoded file: the one thing that sliders move, undo restores and
 * runs are keyed by.
 *
 * @param codec the codec's id
 * @param effort how hard it tries
 * @param bounds the error bound of each layer, in network order; a layer without one is carried
 *     along losslessly
 */
public record Configuration(String codec, Effort effort, Map<LayerId, ErrorBound> bounds) {
  public Configuration {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
  }

  public Configuration withBound(LayerId layer, ErrorBound bound) {
    var changed = new LinkedHashMap<>(bounds);
    changed.put(layer, bound);
    return new Configuration(codec, effort, changed);
  }
}
