package org.weighbridge.experiment;

import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.codec.Codecs;

/**
 * One row of a comparison.
 *
 * @param coder the id of the codec, or {@link Comparison#MIXED}
 * @param verdict how far it came
 * @param note why it came no further; empty when it did
 * @param file what its chosen configuration gave; empty when it failed
 * @param assessment its curves; empty when it failed, and of {@link Comparison#MIXED}, which has
 *     none
 * @param chosen the configuration of that file, measured on the samples to choose by; empty when it
 *     failed
 * @param nanos how long all of it took: assessing, choosing, coding, measuring
 */
public record ComparedCoder(
    String coder,
    Verdict verdict,
    String note,
    Optional<ComparedFile> file,
    Optional<Assessment> assessment,
    Optional<Trial> chosen,
    long nanos) {
  /** How far a coder came. */
  public enum Verdict {
    /** It kept the budget on the samples to choose by. */
    REACHED,
    /** None of its settings kept the budget; its file is the one that lost least. */
    OUT_OF_REACH,
    /** It refused the network. */
    FAILED
  }

  static ComparedCoder failed(String coder, String why, long nanos) {
    return new ComparedCoder(
        coder, Verdict.FAILED, why, Optional.empty(), Optional.empty(), Optional.empty(), nanos);
  }

  /** What tables show. */
  public String label() {
    return coder.equals(Comparison.MIXED) ? "Mixed" : Codecs.label(coder);
  }

  /**
   * Whether the budget holds on the samples that are reported.
   *
   * @param budget in percentage points
   */
  public boolean within(double budget) {
    return file.map(measured -> measured.lossPoints() <= budget + Trial.ROUNDING).orElse(false);
  }
}
