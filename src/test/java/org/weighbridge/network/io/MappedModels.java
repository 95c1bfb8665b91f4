package org.weighbridge.network.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/** Models whose external data is mapped, however small it is. */
public final class MappedModels {
  private MappedModels() {}

  public static Network read(Path model) {
    try {
      byte[] content = Files.readAllBytes(model);
      return new OnnxReader(new Mapping(0, 0)).read(model, content, Progress.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
