package org.weighbridge.report;

import org.weighbridge.inference.Evaluation;

/** The network before encoding and after decoding, measured on the same samples. */
public record BeforeAfter(Evaluation before, Evaluation after) {
  /** Accuracy lost in percentage points; negative when decoding made it better. */
  public double lossPoints() {
    return after.accuracy().lossPointsFrom(before.accuracy());
  }
}
