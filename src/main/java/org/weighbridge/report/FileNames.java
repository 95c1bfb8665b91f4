package org.weighbridge.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;

/**
 * Names of layers as parts of file names: letters, digits, dots, hyphens and underscores only,
 * different from each other even where upper and lower case are the same.
 */
final class FileNames {
  private static final int LONGEST = 80;

  private FileNames() {}

  static Map<LayerId, String> of(List<Layer> layers) {
    var names = new LinkedHashMap<LayerId, String>();
    var taken = new HashSet<String>();
    for (Layer layer : layers) {
      String safe = layer.name().replaceAll("[^A-Za-z0-9._-]", "_");
      String base = safe.substring(0, Math.min(LONGEST, safe.length()));
      String name = base;
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = base + "-" + i;
      }
      names.put(layer.id(), name);
    }
    return names;
  }
}
