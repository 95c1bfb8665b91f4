package org.weighbridge.experiment.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.network.LayerId;

class RecordJsonTest {
  private static final LayerId LAYER = new LayerId("fc1.weight");

  /** A record of what records are made of. */
  record Whole(
      String name, double value, Optional<Part> part, Map<LayerId, Setting> settings, Mode mode) {}

  record Part(List<Integer> numbers) {
    Part {
      if (numbers.isEmpty()) {
        throw new IllegalArgumentException("a part has numbers");
      }
    }
  }

  enum Mode {
    ONE,
    OTHER
  }

  private static final Whole WHOLE =
      new Whole(
          "a \"name\"\nof <two> lines and ε",
          Double.NaN,
          Optional.of(new Part(List.of(1, -2))),
          Map.of(LAYER, Parameter.bits(5)),
          Mode.OTHER);

  @Test
  void comesBackFromLineAndPretty() {
    assertEquals(WHOLE, RecordJson.read(RecordJson.line(WHOLE), Whole.class));
    assertEquals(WHOLE, RecordJson.read(RecordJson.pretty(WHOLE), Whole.class));
    assertEquals(WHOLE, RecordJson.read(RecordJson.tree(WHOLE), Whole.class));
    assertFalse(RecordJson.line(WHOLE).contains("\n"));
    assertTrue(RecordJson.pretty(WHOLE).endsWith("}\n"));
  }

  @Test
  void saysValuesInOneWord() {
    var whole =
        new Whole("x", 1e-3, Optional.empty(), Map.of(LAYER, ErrorBound.absolute(0.02)), Mode.ONE);
    assertEquals(
        """
        {"name":"x","value":0.001,"settings":{"fc1.weight":"0.02"},"mode":"one"}""",
        RecordJson.line(whole));
  }

  @Test
  void namesThePlaceOfWhatIsWrong() {
    assertNames("{\"name\": \"x\"}", "$ lacks value");
    assertNames("{\"part\": {\"numbers\": []}}", "$.part: a part has numbers");
    assertNames("{\"part\": {}}", "$.part lacks numbers");
    assertNames("{\"part\": {\"numbers\": [1, \"two\"]}}", "$.part.numbers[1]");
    assertNames("{\"settings\": {\"fc1\": \"a lot\"}}", "$.settings.fc1 is not known: a lot");
    assertNames("{\"mode\": \"third\"}", "$.mode is not known: third");
    assertNames("{\"name\": {}}", "$.name");
    assertNames("[]", "JSON");
    assertNames("{\"name\": ", "line 1 column");
    assertNames("", "JSON");
  }

  private static void assertNames(String text, String place) {
    var thrown =
        assertThrows(JsonParseException.class, () -> RecordJson.read(text, Whole.class), text);
    assertTrue(thrown.getMessage().contains(place), thrown.getMessage());
  }
}
