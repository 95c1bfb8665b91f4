package org.weighbridge.checkpoint.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.ExternalTensor;
import org.weighbridge.network.io.ExternalTensors;
import org.weighbridge.network.io.Safetensors;

/** Reads checkpoints: what tensors there are and where, none of their numbers. */
public final class CheckpointFiles {
  /** From so many bytes of external data on an ONNX model is a checkpoint by itself. */
  public static final long LARGE = 1L << 30;

  private CheckpointFiles() {}

  /**
   * Whether this is to be treated as a checkpoint unasked: safetensors always, an ONNX model when
   * its external data has more than {@link #LARGE} bytes. What cannot be read is none.
   */
  public static boolean matches(Path path) {
    return Safetensors.is(path) || (Files.isRegularFile(path) && externalBytes(path) > LARGE);
  }

  private static long externalBytes(Path path) {
    try {
      return ExternalTensors.of(path).stream().mapToLong(ExternalTensor::length).sum();
    } catch (Fault unreadable) {
      return 0; // the reader of models says why
    }
  }

  /**
   * The checkpoint of a file of safetensors, an index of shards, the folder of either, or an ONNX
   * model with any external data.
   *
   * @throws Fault when it is missing, damaged or nothing of the kind
   */
  public static Checkpoint read(Path path, Progress progress) {
    progress.begin("Reading " + path.getFileName(), 0);
    try {
      if (Files.isDirectory(path)) {
        return read(only(path), progress);
      }
      if (!Files.isRegularFile(path)) {
        throw Refusal.of(path, Files.exists(path) ? "it is no file" : "there is no such file");
      }
      if (path.getFileName().toString().endsWith(Safetensors.INDEX)) {
        return ShardIndex.read(path, progress);
      }
      return Safetensors.is(path) ? file(path, progress) : OnnxCheckpoint.read(path);
    } catch (IOException e) {
      throw Refusal.of(path, e);
    }
  }

  private static Checkpoint file(Path path, Progress progress) throws IOException {
    String name = path.getFileName().toString();
    var file = new CheckpointFile(name, path, Files.size(path));
    String title =
        name.endsWith(Safetensors.FILE)
            ? name.substring(0, name.length() - Safetensors.FILE.length())
            : name;
    var tensors = SafetensorsFile.tensors(path, 0, progress);
    return new Checkpoint(title, "safetensors", List.of(file), tensors);
  }

  /** The one index of a folder, or the one file where it has no index. */
  private static Path only(Path folder) throws IOException {
    for (String ending : List.of(Safetensors.INDEX, Safetensors.FILE)) {
      var files = endingWith(folder, ending);
      if (files.size() == 1) {
        return files.getFirst();
      }
      if (files.size() > 1) {
        throw Refusal.of(
            folder,
            "it has %d files *%s, and which of them belong together is not said; name one of them"
                .formatted(files.size(), ending));
      }
    }
    throw Refusal.of(folder, "it has no *.safetensors in it; choose another folder, or a file");
  }

  private static List<Path> endingWith(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
