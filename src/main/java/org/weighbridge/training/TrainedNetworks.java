package org.weighbridge.training;

import java.nio.file.Path;
import java.util.List;

/**
 * The results of a training.
 *
 * @param dense the network at the end of {@link Phase#DENSE}
 * @param pruned the network at the end
 * @param epochs how it went
 */
public record TrainedNetworks(TrainedNetwork dense, TrainedNetwork pruned, List<Epoch> epochs) {
  public TrainedNetworks {
    epochs = List.copyOf(epochs);
  }

  /**
   * Writes both networks with their sidecars.
   *
   * @param source the command that trains them again
   * @return the ONNX files, the pruned one first
   * @throws org.weighbridge.fault.Fault when the folder cannot be written
   */
  public List<Path> write(Path folder, String source) {
    return List.of(pruned.write(folder, source), dense.write(folder, source));
  }
}
