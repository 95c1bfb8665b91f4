package org.weighbridge.network.io;

import java.nio.file.Path;
import java.util.List;

/**
 * A tensor whose data a model keeps in a file beside it.
 *
 * @param name as the model calls it; may be empty, and that of a tensor in another subgraph
 * @param type ONNX's name of its type, such as {@code FLOAT} or {@code INT64}
 * @param dims its dimensions, outermost first
 * @param location the file as the model names it, relative to the model's folder
 * @param file where that file is
 * @param offset where in it the data begins
 * @param length how many bytes there are; within the file
 */
public record ExternalTensor(
    String name,
    String type,
    List<Long> dims,
    String location,
    Path file,
    long offset,
    long length) {
  public ExternalTensor {
    dims = List.copyOf(dims);
  }
}
