package org.weighbridge.cli.verb;

import java.util.Optional;
import java.util.OptionalDouble;
import org.weighbridge.network.Network;
import org.weighbridge.report.ReportInput;

/** Hands an encoded model to the report. */
final class Reporting {
  private Reporting() {}

  /** All that is known of an encoding. */
  static ReportInput input(Network network, Encoding encoding, OptionalDouble maxLossPoints) {
    var input = ReportInput.of(network).withEncoded(encoding.model());
    if (maxLossPoints.isPresent()) {
      input = input.withMaxLossPoints(maxLossPoints.getAsDouble());
    }
    if (encoding.change() != null) {
      input = input.withAccuracy(encoding.change()).withDataset(encoding.dataset());
    }
    return encoding.found() == null ? input : withSearch(input, encoding);
  }

  private static ReportInput withSearch(ReportInput input, Encoding encoding) {
    var found = Optional.ofNullable(encoding.found()).orElseThrow();
    return input
        .withAssessment(found.result().assessment())
        .withTrials(found.result().measured(found.split()).all());
  }
}
