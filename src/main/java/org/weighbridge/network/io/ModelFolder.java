package org.weighbridge.network.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.weighbridge.fault.Fault;

/**
 * Finds the files that a model refers to.
 *
 * <p>A model may name only files in its own folder or below, wherever symbolic links lead: a model
 * from elsewhere must not be able to make this program read the user's other files.
 */
final class ModelFolder {
  private final Path model;
  private final Source source;

  ModelFolder(Path model, Source source) {
    this.model = model;
    this.source = source;
  }

  /**
   * The file that holds a constant's data.
   *
   * @param location its path as the model gives it, relative to the folder
   * @throws Fault when there is no such file or it lies elsewhere
   */
  Path resolve(String location, Onnx.Constant constant) {
    try {
      Path folder = model.toAbsolutePath().getParent().toRealPath();
      Path relative = Path.of(location);
      if (location.isEmpty() || relative.getRoot() != null || climbs(relative)) {
        throw outside(location, constant);
      }
      Path file = folder.resolve(relative);
      if (!Files.isRegularFile(file)) {
        throw source.refused(
            "the data of tensor %s is in the file %s, which is missing; copy it beside the model"
                .formatted(constant.label(), Onnx.printable(location)));
      }
      if (!file.toRealPath().startsWith(folder)) {
        throw outside(location, constant);
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw outside(location, constant);
    }
  }

  private static boolean climbs(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(part -> part.toString().equals(".."));
  }

  private Fault outside(String location, Onnx.Constant constant) {
    return source.refused(
        ("tensor %s keeps its data in \"%s\", which is no file in the model's folder; save the model"
                + " again with its data beside it")
            .formatted(constant.label(), Onnx.printable(location)));
  }
}
