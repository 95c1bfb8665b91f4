package org.weighbridge.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

/** For each rule the class under {@code violations} that breaks it. */
final class Violations {
  static final Map<String, String> OF_RULES = new LinkedHashMap<>();

  private static final String HABITS = "tensor.BadHabits";

  static {
    Rooms.names().forEach(room -> OF_RULES.put("room " + room, room + ".Upward"));
    OF_RULES.put("no cycles", "gui.Upward");
    for (String home :
        new String[] {
          "javafx", "chartfx", "atlantafx", "ikonli", "java2d", "batik", "pdfbox", "zstd", "ejml"
        }) {
      OF_RULES.put("home of " + home, "ThirdParties." + home);
    }
    OF_RULES.put("home of ONNX Runtime", "ThirdParties.runtime");
    OF_RULES.put("home of the ONNX classes", "ThirdParties.classes");
    OF_RULES.put("home of gson", "ThirdParties.gson");
    OF_RULES.put("home of snakeyaml", "ThirdParties.snakeyaml");
    OF_RULES.put("home of picocli", "ThirdParties.picocli");
    OF_RULES.put("standard streams", HABITS + ".print");
    OF_RULES.put("threads", HABITS + ".start");
    OF_RULES.put("seeds", HABITS + ".draw");
    OF_RULES.put("view models", "gui.SceneViewModel");
    OF_RULES.put("long work in jobs", "gui.Impatient");
    OF_RULES.put("codecs are pure", "codec.Clock");
    OF_RULES.put("files are written whole", HABITS + ".save");
    OF_RULES.put("null-marked packages", HABITS);
  }

  private Violations() {}
}
