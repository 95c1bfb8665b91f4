package org.weighbridge.checkpoint.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Printable;
import org.weighbridge.network.io.ExternalTensor;
import org.weighbridge.network.io.ExternalTensors;

/**
 * An ONNX model with external data as a checkpoint: the model's file is carried along with all that
 * is in it, the tensors are those in the files beside it. Tensors that share a region are listed
 * once, under the name that comes first.
 */
final class OnnxCheckpoint {
  private static final Comparator<StoredTensor> PLACES =
      Comparator.comparingInt(StoredTensor::file)
          .thenComparingLong(StoredTensor::offset)
          .thenComparingLong(StoredTensor::bytes);

  private final Path path;
  private final List<CheckpointFile> files = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  private OnnxCheckpoint(Path path) {
    this.path = path;
  }

  /**
   * The checkpoint of a model.
   *
   * @throws org.weighbridge.fault.Fault when the model is damaged or has no external data, or when
   *     its tensors overlap
   */
  static Checkpoint read(Path path) {
    var external = ExternalTensors.of(path);
    if (external.isEmpty()) {
      throw Refusal.of(
          path,
          "it keeps no tensors in files beside it, so it is an ordinary model; leave out --stream");
    }
    return new OnnxCheckpoint(path).checkpoint(external);
  }

  private Checkpoint checkpoint(List<ExternalTensor> external) {
    String name = path.getFileName().toString();
    add(name, path);
    var tensors = new ArrayList<StoredTensor>();
    external.forEach(one -> tensors.add(stored(one)));
    tensors.sort(PLACES); // stable: the first of those that share a region stays the first
    int dot = name.lastIndexOf('.');
    return new Checkpoint(
        dot > 0 ? name.substring(0, dot) : name, "ONNX with external data", files, apart(tensors));
  }

  private int add(String name, Path file) {
    return indices.computeIfAbsent(
        name,
        _ -> {
          try {
            files.add(new CheckpointFile(name, file, Files.size(file)));
            return files.size() - 1;
          } catch (IOException e) {
            throw Refusal.of(file, e);
          }
        });
  }

  private StoredTensor stored(ExternalTensor tensor) {
    String location = Path.of(tensor.location()).normalize().toString().replace('\\', '/');
    int file = add(location, tensor.file());
    if (file == 0) {
      throw Refusal.of(
          path,
          "tensor %s keeps its data in the model's own file; export the model again"
              .formatted(Printable.of(tensor.name())));
    }
    return new StoredTensor(
        unique(tensor.name()),
        type(tensor.type()),
        tensor.type(),
        tensor.dims(),
        file,
        tensor.offset(),
        tensor.length());
  }

  private static ElementType type(String name) {
    return switch (name) {
      case "FLOAT" -> ElementType.FLOAT32;
      case "FLOAT16" -> ElementType.FLOAT16;
      case "BFLOAT16" -> ElementType.BFLOAT16;
      default -> ElementType.OTHER;
    };
  }

  /** Subgraphs may repeat names, and need give none. */
  private String unique(String name) {
    String base = name.isEmpty() ? "(unnamed)" : name;
    String unique = base;
    while (names.putIfAbsent(unique, 1) != null) {
      unique = "%s (%d)".formatted(base, names.merge(base, 1, Integer::sum));
    }
    return unique;
  }

  private List<StoredTensor> apart(List<StoredTensor> sorted) {
    var apart = new ArrayList<StoredTensor>();
    for (StoredTensor next : sorted) {
      StoredTensor last = apart.isEmpty() ? next : apart.getLast();
      if (apart.isEmpty() || last.file() != next.file() || last.end() <= next.offset()) {
        apart.add(next);
      } else if (last.offset() != next.offset()
          || last.end() != next.end()
          || !last.typeName().equals(next.typeName())) {
        throw Refusal.of(
            path,
            "tensors %s and %s overlap in %s; export the model again"
                .formatted(
                    Printable.of(last.name()),
                    Printable.of(next.name()),
                    Printable.of(files.get(next.file()).name())));
      }
    }
    return apart;
  }
}
