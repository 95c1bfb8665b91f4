package org.weighbridge.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a model besides its graph: {@code MODEL.json} beside {@code MODEL.onnx}.
 *
 * <p>Keys: {@code input} (with {@code scale}, {@code mean}, {@code std}, {@code layout}, {@code
 * channels}), {@code dataset}, {@code top1}, {@code samples}, {@code params}, {@code seed}, {@code
 * sha256}, {@code source}, {@code licence}. All are optional; others are ignored.
 *
 * @param preprocessing the network's input; {@link Preprocessing#unitInterval()} when not said
 * @param dataset what {@link DataSets#open} takes, or just a name
 * @param top1 the accuracy stated for the model, 0 to 1
 * @param samples how many samples {@code top1} was measured on
 * @param parameters the stated number of parameters
 * @param seed what the training was seeded with
 * @param sha256 of the model file, hexadecimal
 * @param source where the model comes from
 * @param licence of the model
 */
public record ModelSidecar(
    Preprocessing preprocessing,
    Optional<String> dataset,
    OptionalDouble top1,
    OptionalLong samples,
    OptionalLong parameters,
    OptionalLong seed,
    Optional<String> sha256,
    Optional<String> source,
    Optional<String> licence) {

  /** Nothing known. */
  public static ModelSidecar unknown() {
    return of(Preprocessing.unitInterval());
  }

  /** Only the preprocessing known. */
  public static ModelSidecar of(Preprocessing preprocessing) {
    return of(preprocessing, Optional.empty());
  }

  /**
   * Only the preprocessing and perhaps the data set known, as of a model that was never measured.
   */
  public static ModelSidecar of(Preprocessing preprocessing, Optional<String> dataset) {
    return new ModelSidecar(
        preprocessing,
        dataset,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads the sidecar of a model, if there is one.
   *
   * @throws org.weighbridge.fault.Fault naming file and key when it is not JSON or a value is not
   *     what it should be
   */
  public static Optional<ModelSidecar> besideModel(Path modelFile) {
    Path file = pathBeside(modelFile);
    return Files.exists(file) ? Optional.of(SidecarJson.read(file)) : Optional.empty();
  }

  /**
   * The sidecar of a model: {@code m.json} beside {@code m.onnx}; {@code m.onnx.json} where that is
   * there or {@code m.json} is a JSON file of another kind, such as what a command printed. Beside
   * {@code m.wbz} it is {@code m.wbz.json}, so that one name does not serve two files.
   */
  public static Path pathBeside(Path modelFile) {
    String name = modelFile.getFileName() + "";
    Path whole = modelFile.resolveSibling(name + ".json");
    if (name.endsWith(".wbz") || Files.exists(whole)) {
      return whole;
    }
    int dot = name.lastIndexOf('.');
    Path usual = modelFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
    return SidecarJson.isOfAnotherKind(usual) ? whole : usual;
  }

  /**
   * Writes this sidecar; reading it again gives the same values.
   *
   * @throws org.weighbridge.fault.Fault when the file cannot be written
   */
  public void writeBeside(Path modelFile) {
    SidecarJson.write(this, pathBeside(modelFile));
  }
}
