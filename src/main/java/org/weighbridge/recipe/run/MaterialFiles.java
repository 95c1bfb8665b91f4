package org.weighbridge.recipe.run;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.json.RecordFile;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.workflow.Found;
import org.weighbridge.workflow.Material;

/**
 * Materials in the folders of steps: {@code material.json}, {@code network.onnx} and {@code
 * original.onnx} where the step made them, {@code chosen.wbz} and {@code model.wbz}. A step that
 * goes on from the files gives the same numbers and bytes as one that goes on from the values.
 */
final class MaterialFiles {
  private static final String MATERIAL = "material.json";
  private static final String NETWORK = "network.onnx";
  private static final String ORIGINAL = "original.onnx";
  private static final String CHOSEN = "chosen.wbz";
  private static final String ENCODED = "model.wbz";

  private final Path steps;

  /**
   * Files in a folder of all steps.
   *
   * @param steps the folder in which each step has one
   */
  MaterialFiles(Path steps) {
    this.steps = steps;
  }

  /** What a job begins with. */
  Loaded start(Start start, Progress progress) {
    var material = start.open(progress);
    var at = at(Optional.empty(), material.network());
    return new Loaded(material, at, at);
  }

  /** What is said of a material without its tensors. */
  KeptMaterial kept(String step) {
    return RecordFile.read(steps.resolve(step).resolve(MATERIAL), KeptMaterial.class);
  }

  /** The material that a step ended with. */
  Loaded read(PlannedStep step, Progress progress) {
    progress.begin("Reading " + step.name(), 4);
    Path folder = steps.resolve(step.name());
    var kept = kept(step.name());
    var start = step.start().open(progress.part(1));
    Network network = network(kept.network(), start, progress.part(1));
    Network original =
        kept.original().equals(kept.network())
            ? network
            : network(kept.original(), start, progress.part(1));
    Optional<EncodedModel> chosen =
        kept.found().map(found -> found.model().read(folder, progress.part(1)));
    Optional<EncodedModel> encoded =
        kept.encoded()
            .map(
                model ->
                    model.file().equals(CHOSEN)
                        ? chosen.orElseThrow()
                        : model.read(folder, progress.part(1)));
    var material =
        new Material(
            network,
            original,
            start.sidecar(),
            start.data(),
            kept.pruning(),
            kept.epochs(),
            kept.seeds(),
            kept.assessment(),
            kept.found().map(found -> found.with(chosen.orElseThrow())),
            encoded,
            kept.accuracy(),
            kept.comparison());
    return new Loaded(material, kept.network(), kept.original());
  }

  private Network network(KeptNetwork at, Material start, Progress progress) {
    if (at.file().isEmpty()) {
      return start.network();
    }
    Network read = NetworkFiles.read(steps.resolve(at.file().get()), progress);
    return new Network(
        at.name(),
        read.model(),
        read.layers(),
        read.smallTensors(),
        read.input(),
        read.output(),
        read.parameters(),
        at.sha256(),
        read.stored());
  }

  /** Writes what a step ended with into its folder. */
  void write(PlannedStep step, Loaded before, Material after) {
    Path folder = steps.resolve(step.name());
    var network = place(step, before, after.network(), NETWORK);
    var original =
        same(after.original(), after.network())
            ? network
            : place(step, before, after.original(), ORIGINAL);
    RecordFile.write(
        new KeptMaterial(
            network,
            original,
            after.epochs(),
            after.seeds(),
            after.pruning(),
            after.assessment(),
            after.found().map(found -> chosen(found, folder)),
            after.encoded().map(model -> encoded(model, after.found(), folder)),
            after.accuracy(),
            after.comparison()),
        folder.resolve(MATERIAL));
  }

  /** Where a network is already, or in this step's folder from now on. */
  private KeptNetwork place(PlannedStep step, Loaded before, Network network, String file) {
    if (same(network, before.material().network())) {
      return before.network();
    }
    if (same(network, before.material().original())) {
      return before.original();
    }
    NetworkFiles.write(network, steps.resolve(step.name()).resolve(file));
    return at(Optional.of(step.name() + "/" + file), network);
  }

  @SuppressWarnings("ReferenceEquality") // networks never change: steps hand on what they leave
  private static boolean same(Network one, Network other) {
    return one == other;
  }

  private static KeptNetwork at(Optional<String> file, Network network) {
    return new KeptNetwork(file, network.name(), network.hash());
  }

  private static KeptFound chosen(Found found, Path folder) {
    var model = found.result().model();
    model.write(folder.resolve(CHOSEN));
    return KeptFound.of(found, KeptModel.of(model, CHOSEN));
  }

  @SuppressWarnings("ReferenceEquality") // encoding hands on what a search has encoded
  private static KeptModel encoded(EncodedModel model, Optional<Found> found, Path folder) {
    if (found.isPresent() && found.get().result().model() == model) {
      return KeptModel.of(model, CHOSEN);
    }
    model.write(folder.resolve(ENCODED));
    return KeptModel.of(model, ENCODED);
  }
}
