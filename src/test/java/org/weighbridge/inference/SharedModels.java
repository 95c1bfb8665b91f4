package org.weighbridge.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/** Networks and data from outside the project; tests that want them are skipped without. */
record SharedModels(Network network, Dataset dataset, ModelSidecar sidecar) {
  private static final Path DATA = Path.of("../shared/data");

  /** The first samples of the test images, all of them without a limit. */
  static SharedModels find(String model, String data, OptionalInt limit) {
    Path file = DATA.resolve("models", model + ".onnx");
    Path samples = DATA.resolve(data);
    assumeTrue(Files.exists(file) && Files.exists(samples), file + " or " + samples + " is absent");
    return new SharedModels(
        NetworkFiles.read(file),
        DataSets.open(samples.toString(), Split.TEST, limit),
        ModelSidecar.besideModel(file).orElseThrow());
  }

  Evaluator open() {
    return Evaluators.open(network, dataset, sidecar.preprocessing());
  }
}
