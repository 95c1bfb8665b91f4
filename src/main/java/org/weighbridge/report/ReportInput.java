package org.weighbridge.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.network.Network;

/**
 * All that a report can show; whatever is missing is left out of it.
 *
 * @param network the network as it was assessed and encoded, that is, after pruning
 * @param assessment accuracy and size of each layer against its error bound
 * @param maxLossPoints the accuracy-loss budget in percentage points
 * @param tradeOffs encodings that were measured as a whole
 * @param encoded the encoding that the report is about
 * @param accuracy measured before and after it
 * @param dataset what accuracy was measured on, for people
 * @param commandLine what repeats the result
 */
public record ReportInput(
    Network network,
    Optional<Assessment> assessment,
    OptionalDouble maxLossPoints,
    List<TradeOff> tradeOffs,
    Optional<EncodedModel> encoded,
    Optional<BeforeAfter> accuracy,
    Optional<String> dataset,
    Optional<String> commandLine) {
  public ReportInput {
    tradeOffs = List.copyOf(tradeOffs);
  }

  /** Nothing but a network. */
  public static ReportInput of(Network network) {
    return new ReportInput(
        network,
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public ReportInput withAssessment(Assessment value) {
    return new ReportInput(
        network,
        Optional.of(value),
        maxLossPoints,
        tradeOffs,
        encoded,
        accuracy,
        dataset,
        commandLine);
  }

  public ReportInput withMaxLossPoints(double value) {
    return new ReportInput(
        network,
        assessment,
        OptionalDouble.of(value),
        tradeOffs,
        encoded,
        accuracy,
        dataset,
        commandLine);
  }

  public ReportInput withTradeOffs(List<TradeOff> value) {
    return new ReportInput(
        network, assessment, maxLossPoints, value, encoded, accuracy, dataset, commandLine);
  }

  public ReportInput withEncoded(EncodedModel value) {
    return new ReportInput(
        network,
        assessment,
        maxLossPoints,
        tradeOffs,
        Optional.of(value),
        accuracy,
        dataset,
        commandLine);
  }

  public ReportInput withAccuracy(BeforeAfter value) {
    return new ReportInput(
        network,
        assessment,
        maxLossPoints,
        tradeOffs,
        encoded,
        Optional.of(value),
        dataset,
        commandLine);
  }

  public ReportInput withDataset(String value) {
    return new ReportInput(
        network,
        assessment,
        maxLossPoints,
        tradeOffs,
        encoded,
        accuracy,
        Optional.of(value),
        commandLine);
  }

  public ReportInput withCommandLine(String value) {
    return new ReportInput(
        network,
        assessment,
        maxLossPoints,
        tradeOffs,
        encoded,
        accuracy,
        dataset,
        Optional.of(value));
  }
}
