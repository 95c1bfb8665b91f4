package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Accuracies as other programs see them. */
final class AccuracyJson {
  /** Sums in another order differ in their last bits. */
  private static final double ROUNDING = 1e-5;

  private AccuracyJson() {}

  /** The same members with the same values, mean losses within rounding. */
  static void assertSame(JsonElement expected, JsonElement actual) {
    JsonObject one = expected.getAsJsonObject().deepCopy();
    JsonObject other = actual.getAsJsonObject().deepCopy();
    assertTrue(one.has("top5") && one.has("meanLoss"), one.toString());
    double loss = one.remove("meanLoss").getAsDouble();
    assertEquals(loss, other.remove("meanLoss").getAsDouble(), ROUNDING * (1 + loss));
    assertEquals(one, other);
  }
}
