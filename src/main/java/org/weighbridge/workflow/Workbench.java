package org.weighbridge.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.blueprint.Blueprint;

/**
 * Carries out steps of the method: what the command line and recipes are made of, for other
 * programs to use.
 *
 * <pre>{@code
 * var bench = Workbench.ofUser(System.err::println);
 * var opened = bench.open(Path.of("model.onnx")).on("digits");
 * var steps = List.of(Optimize.within(0.3), Encode.chosen());
 * var done = bench.apply(steps, opened, Progress.none());
 * done.encoded().orElseThrow().write(Path.of("model.wbz"));
 * }</pre>
 *
 * <p>Steps block until they are done, use all cores, and answer to a cancel of their progress
 * within moments. What they learn of layers is kept in a store, so that nothing is measured twice.
 *
 * @param store keeps assessed points from one time to the next
 * @param listener hears what steps learn while they work
 * @param resume where the next training goes on, if it was interrupted
 * @param rows of the next comparison that were finished before it was interrupted
 */
public record Workbench(
    PointStore store,
    StepListener listener,
    Optional<TrainingState> resume,
    List<ComparedCoder> rows) {
  public Workbench {
    rows = List.copyOf(rows);
  }

  /**
   * With what this user has measured before, and keeps what is measured now.
   *
   * @param notice told once, in a sentence, when that is impossible
   */
  public static Workbench ofUser(Consumer<String> notice) {
    return with(PointStore.ofUser(notice));
  }

  /** With a store of its own; {@link PointStore#off()} measures everything anew. */
  public static Workbench with(PointStore store) {
    return new Workbench(store, StepListener.none(), Optional.empty(), List.of());
  }

  /** The same, telling what it learns. */
  public Workbench telling(StepListener other) {
    return new Workbench(store, other, resume, rows);
  }

  /** The same, going on with a training that was interrupted. */
  public Workbench resuming(Optional<TrainingState> state) {
    return new Workbench(store, listener, state, rows);
  }

  /** The same, going on with a comparison that was interrupted. */
  public Workbench knowing(List<ComparedCoder> finished) {
    return new Workbench(store, listener, resume, finished);
  }

  /**
   * Opens a model, without data.
   *
   * @param model an ONNX file; its sidecar beside it is read by itself
   * @throws org.weighbridge.fault.Fault when it cannot be read
   */
  public Material open(Path model) {
    var network = NetworkFiles.read(model);
    var sidecar = ModelSidecar.besideModel(model).orElseGet(ModelSidecar::unknown);
    return Material.of(network, sidecar, Optional.empty());
  }

  /**
   * A network that has learnt nothing yet, of the shape that a data set asks for.
   *
   * @param seed decides the first weights
   * @throws org.weighbridge.fault.Fault when the data cannot be read or do not suit the blueprint
   */
  public Material fresh(Blueprint blueprint, Data data, long seed) {
    var samples = data.learning(Split.TRAINING);
    var network = blueprint.network(samples.shape(), samples.classes(), seed);
    var sidecar = ModelSidecar.of(data.preprocessing(), Optional.of(data.where()));
    return Material.of(network, sidecar, Optional.of(data));
  }

  /** Carries out one step, see {@link Operator#apply}. */
  public Material apply(Operator step, Material material, Progress progress) {
    return step.apply(material, this, progress);
  }

  /** Carries out steps one after the other. */
  public Material apply(List<? extends Operator> steps, Material material, Progress progress) {
    progress.begin(material.network().name(), 100L * steps.size());
    var now = material;
    for (Operator step : steps) {
      now = apply(step, now, progress.part(100));
    }
    return now;
  }
}
