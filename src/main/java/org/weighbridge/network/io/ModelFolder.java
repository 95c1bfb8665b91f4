package org.weighbridge.network.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.OwnFolder;

/** Finds and opens the files that a model refers to, in its own folder or below. */
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
      return OwnFolder.find(model, location);
    } catch (FileNotFoundException e) {
      throw source.refused(
          "the data of tensor %s is in the file %s, which is missing; copy it beside the model"
              .formatted(constant.label(), Onnx.printable(location)),
          e);
    } catch (IOException e) {
      throw source.refused(
          ("tensor %s keeps its data in \"%s\", which is no file in the model's folder; save the"
                  + " model again with its data beside it")
              .formatted(constant.label(), Onnx.printable(location)),
          e);
    }
  }

  /**
   * Opens a file that {@link #resolve} found.
   *
   * @throws IOException when it cannot be read, or no longer is where it was found
   */
  FileChannel open(String location) throws IOException {
    return OwnFolder.open(model, location);
  }
}
