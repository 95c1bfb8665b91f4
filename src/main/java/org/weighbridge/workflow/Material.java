package org.weighbridge.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.training.Epoch;

/**
 * What steps work on: a network, its data, and all that was found out about it. Immutable; a step
 * answers with another one. Whoever changes the network drops what was found out about its weights.
 *
 * @param network as it is now
 * @param original before pruning: as opened, or as trained with all weights
 * @param sidecar what is known of the model besides its graph
 * @param data empty where nothing can be measured
 * @param pruning what pruning did to {@code original}
 * @param epochs how trainings went, one after the other
 * @param seeds of the steps that trained, by their names
 * @param assessment accuracy and size of each layer against its setting
 * @param found settings that were chosen
 * @param encoded the network as a file
 * @param accuracy before and after encoding, on the samples that are reported
 * @param comparison coders side by side
 */
public record Material(
    Network network,
    Network original,
    ModelSidecar sidecar,
    Optional<Data> data,
    Optional<PruningResult> pruning,
    List<Epoch> epochs,
    Map<String, Long> seeds,
    Optional<Assessment> assessment,
    Optional<Found> found,
    Optional<EncodedModel> encoded,
    Optional<BeforeAfter> accuracy,
    Optional<ComparisonResult> comparison) {
  public Material {
    epochs = List.copyOf(epochs);
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
  }

  /** A network of which nothing was found out yet. */
  public static Material of(Network network, ModelSidecar sidecar, Optional<Data> data) {
    return new Material(
        network,
        network,
        sidecar,
        data,
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same on a data set, fed to the network as its sidecar says. */
  public Material on(String where) {
    return on(Data.of(where, sidecar.preprocessing()));
  }

  /** The same on other data. */
  public Material on(Data other) {
    return changed(change -> change.data = Optional.of(other));
  }

  /** The name of the samples that results are reported on; empty without data. */
  public String reportedOn() {
    return data.map(on -> on.reporting().name()).orElse("");
  }

  /**
   * The data.
   *
   * @param step what needs it
   * @throws Fault when there is none
   */
  Data needData(String step) {
    return data.orElseThrow(
        () ->
            new Fault(
                "%s measures accuracy and needs a data set; name one, or digits for the built-in one."
                    .formatted(step)));
  }

  /** Another network; what was found out about the old one's weights is gone. */
  Material withNetwork(Network next) {
    return changed(
        change -> {
          change.network = next;
          change.assessment = Optional.empty();
          change.found = Optional.empty();
          change.encoded = Optional.empty();
          change.accuracy = Optional.empty();
          change.comparison = Optional.empty();
        });
  }

  /** The same, made of another network by pruning. */
  public Material withOriginal(Network dense) {
    return changed(change -> change.original = dense);
  }

  Material withPruning(PruningResult result) {
    return changed(change -> change.pruning = Optional.of(result));
  }

  /** Adds how a training went. */
  Material withTraining(String step, long seed, List<Epoch> more) {
    var all = new ArrayList<>(epochs);
    all.addAll(more);
    var seeded = new LinkedHashMap<>(seeds);
    seeded.put(step, seed);
    return changed(
        change -> {
          change.epochs = all;
          change.seeds = seeded;
        });
  }

  Material withAssessment(Assessment curves) {
    return changed(change -> change.assessment = Optional.of(curves));
  }

  Material withFound(Found chosen) {
    return changed(change -> change.found = Optional.of(chosen));
  }

  Material withEncoded(EncodedModel model, Optional<BeforeAfter> measured) {
    return changed(
        change -> {
          change.encoded = Optional.of(model);
          change.accuracy = measured;
        });
  }

  Material withComparison(ComparisonResult result) {
    return changed(change -> change.comparison = Optional.of(result));
  }

  private Material changed(Consumer<Change> edit) {
    var change = new Change(this);
    edit.accept(change);
    return change.material();
  }

  /** A material between two. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // fields of the record
  private static final class Change {
    private Network network;
    private Network original;
    private final ModelSidecar sidecar;
    private Optional<Data> data;
    private Optional<PruningResult> pruning;
    private List<Epoch> epochs;
    private Map<String, Long> seeds;
    private Optional<Assessment> assessment;
    private Optional<Found> found;
    private Optional<EncodedModel> encoded;
    private Optional<BeforeAfter> accuracy;
    private Optional<ComparisonResult> comparison;

    Change(Material from) {
      network = from.network;
      original = from.original;
      sidecar = from.sidecar;
      data = from.data;
      pruning = from.pruning;
      epochs = from.epochs;
      seeds = from.seeds;
      assessment = from.assessment;
      found = from.found;
      encoded = from.encoded;
      accuracy = from.accuracy;
      comparison = from.comparison;
    }

    Material material() {
      return new Material(
          network,
          original,
          sidecar,
          data,
          pruning,
          epochs,
          seeds,
          assessment,
          found,
          encoded,
          accuracy,
          comparison);
    }
  }
}
