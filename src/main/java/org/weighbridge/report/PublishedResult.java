package org.weighbridge.report;

/**
 * A figure from the literature. Nothing of it was measured here.
 *
 * @param system who published it
 * @param network what it is of
 * @param ratio as printed, of what {@code counts} says; several where several were published
 * @param bytes the size as printed; empty where only the ratio is
 * @param counts what the ratio counts
 * @param error top-1 error before → after; empty where it is not known
 * @param source the paper or program
 * @param read how the figure came here
 */
public record PublishedResult(
    String system,
    String network,
    String ratio,
    String bytes,
    String counts,
    String error,
    String source,
    Reading read) {
  /** How near to its origin a figure was read. */
  public enum Reading {
    /** In the paper or repository itself. */
    SOURCE("read in the source"),
    /** In the abstract, without the tables behind it. */
    ABSTRACT("read in the abstract"),
    /** Where somebody else quotes it. */
    SECONDARY("read where others quote it");

    private final String words;

    Reading(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
