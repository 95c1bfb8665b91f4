package org.weighbridge.experiment;

import java.util.OptionalDouble;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Loss;

/**
 * A configuration measured with all its layers reconstructed together.
 *
 * @param configuration what was measured
 * @param split the samples it was measured on; losses on different splits are not comparable
 * @param predictedLossPoints the sum of the layers' assessed losses in percentage points; empty
 *     where a layer was not assessed
 * @param loss what was measured, with its interval
 * @param bytes of the whole file, as predicted from single layers or as encoded
 */
public record MeasuredConfiguration(
    Configuration configuration,
    Split split,
    OptionalDouble predictedLossPoints,
    Loss loss,
    long bytes) {
  /** Whether this is at least as good as another one in both size and loss, and better in one. */
  boolean beats(MeasuredConfiguration other) {
    return bytes <= other.bytes
        && loss.points() <= other.loss.points()
        && (bytes < other.bytes || loss.points() < other.loss.points());
  }
}
