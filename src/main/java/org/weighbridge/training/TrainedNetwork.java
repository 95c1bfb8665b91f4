package org.weighbridge.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/**
 * A trained network and how it did on samples it never saw.
 *
 * @param network as ONNX; its name is the file's
 * @param preprocessing what its input went through
 * @param dataset where the samples came from, as a user types it
 * @param seed of its training
 * @param samples how many it was tested on
 * @param correct how many of them it classified correctly
 */
public record TrainedNetwork(
    Network network,
    Preprocessing preprocessing,
    String dataset,
    long seed,
    int samples,
    int correct) {

  /** The fraction of test samples classified correctly, 0 to 1. */
  public double top1() {
    return (double) correct / samples;
  }

  /**
   * Writes {@code NAME.onnx} and the sidecar {@code NAME.json}.
   *
   * @param source where the network comes from: the command that trains it again
   * @return the ONNX file
   * @throws org.weighbridge.fault.Fault when the folder cannot be written
   */
  public Path write(Path folder, String source) {
    Path file = folder.resolve(network.name() + ".onnx");
    NetworkFiles.write(network, file);
    new ModelSidecar(
            preprocessing,
            Optional.of(dataset),
            OptionalDouble.of(top1()),
            OptionalLong.of(samples),
            OptionalLong.of(network.parameters()),
            OptionalLong.of(seed),
            Optional.of(network.hash()),
            Optional.of(source),
            Optional.empty())
        .writeBeside(file);
    return file;
  }
}
