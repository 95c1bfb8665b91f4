package org.weighbridge.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.Network;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.sensitivity.DensityCurve;

/**
 * All that a report can show: a network and whatever else is known; what is missing is left out.
 * Immutable; each {@code with} gives another one.
 */
public final class ReportInput {
  private final Network network;
  private Optional<Original> original = Optional.empty();
  private List<Epoch> training = List.of();
  private List<DensityCurve> sensitivity = List.of();
  private Optional<Assessment> assessment = Optional.empty();
  private OptionalDouble maxLossPoints = OptionalDouble.empty();
  private List<MeasuredConfiguration> trials = List.of();
  private Optional<EncodedModel> encoded = Optional.empty();
  private Optional<BeforeAfter> accuracy = Optional.empty();
  private Optional<String> dataset = Optional.empty();
  private Optional<ComparisonResult> comparison = Optional.empty();
  private List<Run> runs = List.of();
  private Optional<String> commandLine = Optional.empty();
  private Optional<String> recipe = Optional.empty();
  private Optional<Provenance> provenance = Optional.empty();

  /**
   * The network before it was pruned.
   *
   * @param accuracy on the samples that the report is about; empty where it was not measured
   */
  public record Original(Network network, Optional<Accuracy> accuracy) {}

  private ReportInput(Network network) {
    this.network = network;
  }

  /** Nothing but a network, as it was assessed and encoded: after pruning. */
  public static ReportInput of(Network network) {
    return new ReportInput(network);
  }

  private ReportInput with(Consumer<ReportInput> change) {
    var copy = new ReportInput(network);
    copy.original = original;
    copy.training = training;
    copy.sensitivity = sensitivity;
    copy.assessment = assessment;
    copy.maxLossPoints = maxLossPoints;
    copy.trials = trials;
    copy.encoded = encoded;
    copy.accuracy = accuracy;
    copy.dataset = dataset;
    copy.comparison = comparison;
    copy.runs = runs;
    copy.commandLine = commandLine;
    copy.recipe = recipe;
    copy.provenance = provenance;
    change.accept(copy);
    return copy;
  }

  /** The network before pruning, and its accuracy on the samples of {@link #withAccuracy}. */
  public ReportInput withOriginal(Network value, Optional<Accuracy> measured) {
    return with(copy -> copy.original = Optional.of(new Original(value, measured)));
  }

  /** How the network was trained, pruned and retrained, epoch by epoch. */
  public ReportInput withTraining(List<Epoch> value) {
    var epochs = List.copyOf(value);
    return with(copy -> copy.training = epochs);
  }

  /** Accuracy against density, a curve for each layer or method. */
  public ReportInput withSensitivity(List<DensityCurve> value) {
    var curves = List.copyOf(value);
    return with(copy -> copy.sensitivity = curves);
  }

  /** Accuracy and size of each layer against its error bound. */
  public ReportInput withAssessment(Assessment value) {
    return with(copy -> copy.assessment = Optional.of(value));
  }

  /** The budget: accuracy to lose at most, in percentage points. */
  public ReportInput withMaxLossPoints(double value) {
    return with(copy -> copy.maxLossPoints = OptionalDouble.of(value));
  }

  /** Configurations that were measured jointly while one was searched for, in that order. */
  public ReportInput withTrials(List<MeasuredConfiguration> value) {
    var measured = List.copyOf(value);
    return with(copy -> copy.trials = measured);
  }

  /** The encoding that the report is about. */
  public ReportInput withEncoded(EncodedModel value) {
    return with(copy -> copy.encoded = Optional.of(value));
  }

  /** Accuracy before and after coding. */
  public ReportInput withAccuracy(BeforeAfter value) {
    return with(copy -> copy.accuracy = Optional.of(value));
  }

  /** What accuracy was measured on, for people. */
  public ReportInput withDataset(String value) {
    return with(copy -> copy.dataset = Optional.of(value));
  }

  /** Coders side by side on the same weights under the same budget. */
  public ReportInput withComparison(ComparisonResult value) {
    return with(copy -> copy.comparison = Optional.of(value));
  }

  /** What was tried in a session, oldest first. */
  public ReportInput withRuns(List<Run> value) {
    var tried = List.copyOf(value);
    return with(copy -> copy.runs = tried);
  }

  /** What a user would type to get the same. */
  public ReportInput withCommandLine(String value) {
    return with(copy -> copy.commandLine = Optional.of(value));
  }

  /** The recipe that gives the same, as YAML. */
  public ReportInput withRecipe(String yaml) {
    return with(copy -> copy.recipe = Optional.of(yaml));
  }

  /** Where the result comes from. */
  public ReportInput withProvenance(Provenance value) {
    return with(copy -> copy.provenance = Optional.of(value));
  }

  public Network network() {
    return network;
  }

  public Optional<Original> original() {
    return original;
  }

  public List<Epoch> training() {
    return training;
  }

  public List<DensityCurve> sensitivity() {
    return sensitivity;
  }

  public Optional<Assessment> assessment() {
    return assessment;
  }

  public OptionalDouble maxLossPoints() {
    return maxLossPoints;
  }

  public List<MeasuredConfiguration> trials() {
    return trials;
  }

  public Optional<EncodedModel> encoded() {
    return encoded;
  }

  public Optional<BeforeAfter> accuracy() {
    return accuracy;
  }

  public Optional<String> dataset() {
    return dataset;
  }

  public Optional<ComparisonResult> comparison() {
    return comparison;
  }

  public List<Run> runs() {
    return runs;
  }

  public Optional<String> commandLine() {
    return commandLine;
  }

  public Optional<String> recipe() {
    return recipe;
  }

  public Optional<Provenance> provenance() {
    return provenance;
  }
}
