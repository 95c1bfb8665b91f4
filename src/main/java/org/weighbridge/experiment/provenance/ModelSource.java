package org.weighbridge.experiment.provenance;

import java.nio.file.Path;
import org.weighbridge.network.Network;

/**
 * A model file.
 *
 * @param file its name, without folders
 * @param sha256 of its bytes, external data behind them, hexadecimal
 */
public record ModelSource(String file, String sha256) {
  /** The file that a network was read from. */
  public static ModelSource of(Path file, Network network) {
    return new ModelSource(String.valueOf(file.getFileName()), network.hash());
  }
}
