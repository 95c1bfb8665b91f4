package org.weighbridge.checkpoint;

import java.util.List;

/**
 * A set of files with tensors in them. Whatever lies between the tensors, headers first of all,
 * belongs to the files and is carried along.
 *
 * @param name for people: the file's or folder's name without its ending
 * @param format for people: {@code safetensors}, {@code ONNX with external data}
 * @param files the files, the one to open first; names are unique and lead nowhere outside
 * @param tensors all tensors, by file and offset; none overlaps another
 */
public record Checkpoint(
    String name, String format, List<CheckpointFile> files, List<StoredTensor> tensors) {
  public Checkpoint {
    files = List.copyOf(files);
    tensors = List.copyOf(tensors);
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(CheckpointFile::size).sum();
  }

  /** The number of floats of any kind. */
  public long parameters() {
    return tensors.stream()
        .filter(tensor -> tensor.type().codable())
        .mapToLong(StoredTensor::size)
        .sum();
  }

  /** The tensors that are weights of layers. */
  public List<StoredTensor> layers() {
    return tensors.stream().filter(StoredTensor::layer).toList();
  }
}
