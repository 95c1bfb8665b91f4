package org.weighbridge.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.ProgramPlace;

/** The models that come with the program, and where they lie. */
public enum SampleModel {
  LENET_300_100(
      "lenet-300-100", "LeNet-300-100, pruned", "Three fully connected layers; begin here."),
  LENET_5("lenet-5", "LeNet-5, pruned", "Two convolutions and two fully connected layers."),
  RESNET_8("resnet-8", "ResNet-8", "Three residual blocks with batch normalization, not pruned."),
  LENET_300_100_DENSE(
      "lenet-300-100-dense", "LeNet-300-100, dense", "Before pruning: prune it yourself."),
  LENET_5_DENSE("lenet-5-dense", "LeNet-5, dense", "Before pruning: prune it yourself.");

  private static final Path FOLDER = Path.of("sample-models");

  private final String name;
  private final String title;
  private final String about;

  SampleModel(String name, String title, String about) {
    this.name = name;
    this.title = title;
    this.about = about;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** What it is, in a sentence. */
  public String about() {
    return about;
  }

  /** Its file: in a folder of the program or above it; empty when it was not taken along. */
  public Optional<Path> find() {
    Path wanted = FOLDER.resolve(name + ".onnx");
    for (Path folder = ProgramPlace.find(); folder != null; folder = folder.getParent()) {
      Path sample = folder.resolve(wanted);
      if (Files.exists(sample)) {
        return Optional.of(sample);
      }
    }
    return Optional.empty();
  }

  /**
   * The file of the one to begin with.
   *
   * @throws Fault when the program was taken away from its samples
   */
  public static Path file() {
    return LENET_300_100
        .find()
        .orElseThrow(
            () ->
                new Fault(
                    "The sample %s/%s.onnx is not beside the program; take the whole distribution"
                            .formatted(FOLDER, LENET_300_100.name)
                        + " or open a model of your own."));
  }
}
