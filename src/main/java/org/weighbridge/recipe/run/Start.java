package org.weighbridge.recipe.run;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.recipe.DataChoice;
import org.weighbridge.recipe.Job;
import org.weighbridge.recipe.ModelSource;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Workbench;

/**
 * What a job begins with.
 *
 * @param name of the network
 * @param sha256 of the model file, or of the network that has learnt nothing yet
 * @param parameters of the network
 */
record Start(
    ModelSource source,
    Optional<DataChoice> choice,
    Optional<Data> data,
    String name,
    String sha256,
    long parameters) {
  /**
   * Reads the model to know it by its content.
   *
   * @throws Fault when it cannot be read
   */
  static Start of(Job job, Progress progress) {
    var material = material(job.model(), job.data(), progress);
    Network network = material.network();
    return new Start(
        job.model(),
        job.data(),
        material.data(),
        network.name(),
        network.hash(),
        network.parameters());
  }

  /** The file, where there is one. */
  Optional<Path> file() {
    return source instanceof ModelSource.File(Path path) ? Optional.of(path) : Optional.empty();
  }

  /**
   * The material of the first step.
   *
   * @throws Fault when the model is another one by now
   */
  Material open(Progress progress) {
    var material = material(source, choice, progress);
    if (!material.network().hash().equals(sha256)) {
      throw new Fault(
          "%s was changed while the recipe ran; run it again.".formatted(file().orElseThrow()));
    }
    return material;
  }

  private static Material material(
      ModelSource source, Optional<DataChoice> choice, Progress progress) {
    return switch (source) {
      case ModelSource.File(Path path) -> {
        var sidecar = ModelSidecar.besideModel(path).orElseGet(ModelSidecar::unknown);
        var data = choice.map(wanted -> wanted.on(sidecar));
        yield Material.of(NetworkFiles.read(path, progress), sidecar, data);
      }
      case ModelSource.Fresh(var blueprint, long seed) -> {
        var data = choice.map(wanted -> wanted.on(ModelSidecar.unknown())).orElseThrow(Start::none);
        yield Workbench.with(PointStore.off()).fresh(blueprint, data, seed);
      }
    };
  }

  private static Fault none() {
    return new Fault("A network that has learnt nothing yet needs data to learn from; name some.");
  }
}
