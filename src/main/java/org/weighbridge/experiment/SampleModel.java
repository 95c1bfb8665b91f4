package org.weighbridge.experiment;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;

/** The model that comes with the program, and where it lies. */
public final class SampleModel {
  private static final Path NAME = Path.of("sample-models", "lenet-300-100.onnx");

  private SampleModel() {}

  /**
   * The sample's file: in a folder of the program or above it.
   *
   * @throws Fault when the program was taken away from its sample
   */
  public static Path file() {
    for (Path folder = program(); folder != null; folder = folder.getParent()) {
      Path sample = folder.resolve(NAME);
      if (Files.exists(sample)) {
        return sample;
      }
    }
    throw new Fault(
        "The sample %s is not beside the program; take the whole distribution or open a model of"
                .formatted(NAME)
            + " your own.");
  }

  private static Path program() {
    try {
      var source = SampleModel.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
