package org.weighbridge.gui.shell;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;

/** Finds the sample that comes with the program: beside the program, or where it was started. */
final class SampleModel {
  private static final String NAME = "sample-models/lenet-300-100.onnx";

  private SampleModel() {}

  static Path file() {
    for (Path folder = program(); folder != null; folder = folder.getParent()) {
      Path sample = folder.resolve(NAME);
      if (Files.exists(sample)) {
        return sample;
      }
    }
    throw new Fault(
        "The sample " + NAME + " is not beside the program; open a model of your own instead.");
  }

  private static Path program() {
    try {
      var source = SampleModel.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException e) {
      return Path.of("").toAbsolutePath();
    }
  }
}
