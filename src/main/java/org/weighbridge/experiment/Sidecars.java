package org.weighbridge.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.dataset.ModelSidecar;

/** Hands on what is known of a model to the files that are made of it. */
public final class Sidecars {
  private Sidecars() {}

  /**
   * Writes beside {@code made} what still holds of {@code origin}'s sidecar: the preprocessing and
   * the data set, but not the accuracy or the hash. A sidecar that is there already stays as it is.
   *
   * @param origin a model or an encoded model
   * @param made a model or an encoded model that was made of it
   * @return the sidecar written, if any
   * @throws org.weighbridge.fault.Fault when the origin's sidecar is malformed or the new one
   *     cannot be written
   */
  public static Optional<Path> carryOver(Path origin, Path made) {
    var known = ModelSidecar.besideModel(origin);
    if (known.isEmpty() || Files.exists(ModelSidecar.pathBeside(made))) {
      return Optional.empty();
    }
    ModelSidecar.of(known.get().preprocessing(), known.get().dataset()).writeBeside(made);
    return Optional.of(ModelSidecar.pathBeside(made));
  }
}
