package org.weighbridge.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;

/**
 * Coders compared on one network, and what the literature says beside it.
 *
 * @param network its name
 * @param originalBytes 4 × its parameters
 * @param chosenBy the samples that configurations were chosen by, for people
 * @param dataset the samples that are reported
 * @param budget the loss in percentage points
 * @param rows the coders
 * @param published figures that were not measured here
 */
public record ComparisonResult(
    String network,
    long originalBytes,
    String chosenBy,
    String dataset,
    double budget,
    List<ComparedCoder> rows,
    List<PublishedResult> published) {
  public ComparisonResult {
    rows = List.copyOf(rows);
    published = List.copyOf(published);
  }

  /** The row of the smallest file among those that kept the budget where they were chosen. */
  public Optional<ComparedCoder> smallest() {
    return rows.stream()
        .filter(row -> row.verdict() == ComparedCoder.Verdict.REACHED)
        .min(Comparator.comparingLong(ComparisonResult::fileBytes));
  }

  static long fileBytes(ComparedCoder row) {
    return row.file().map(ComparedFile::file).orElseThrow().fileBytes();
  }
}
