package org.weighbridge;

import java.nio.file.Path;
import org.weighbridge.cli.CommandLineFace;
import org.weighbridge.experiment.SampleModel;

/**
 * Does what users do first, so that the JVM can remember the classes and the methods that it takes:
 * see docs/decisions/0090. Not part of the program's interface.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Goes through the verbs and the window.
   *
   * @param args a folder that exists, for what is written on the way
   */
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    String model = SampleModel.file().toString();
    verb("--help");
    verb("inspect", model);
    verb("evaluate", model, "--data", "digits", "--limit", "500");
    verb("encode", model, "-o", folder.resolve("model.wbz").toString(), "--bound", "0.01");
    verb("verify", folder.resolve("model.wbz").toString(), model);
    verb("screenshot", "-o", folder.toString(), "--states", "welcome,idle", model);
    System.exit(0);
  }

  private static void verb(String... words) {
    CommandLineFace.run(words, new JavaFxWindows());
  }
}
