package org.weighbridge.checkpoint.synthetic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.StringJoiner;

/** Writes synthetic checkpoints as safetensors. */
public final class SyntheticSafetensors {
  private SyntheticSafetensors() {}

  /** Writes one file. */
  public static void write(Plan plan, Path file) throws IOException {
    write(plan, plan.tensors(), file);
  }

  /**
   * Writes shards and their index into a folder.
   *
   * @return the index
   */
  public static Path write(Plan plan, Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    var shards = plan.shards(count);
    var map = new StringJoiner(",\n    ", "{\n    ", "\n  }");
    for (int i = 0; i < shards.size(); i++) {
      String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
      write(plan, shards.get(i), folder.resolve(name));
      shards.get(i).forEach(tensor -> map.add("\"%s\": \"%s\"".formatted(tensor.name(), name)));
    }
    long bytes = plan.tensors().stream().mapToLong(plan::bytes).sum();
    return Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\n  \"metadata\": {\"total_size\": %d},\n  \"weight_map\": %s\n}\n"
            .formatted(bytes, map));
  }

  private static void write(Plan plan, List<Plan.Drawn> tensors, Path file) throws IOException {
    String type =
        switch (plan.type()) {
          case FLOAT32 -> "F32";
          case FLOAT16 -> "F16";
          case BFLOAT16 -> "BF16";
          case OTHER -> throw new IllegalArgumentException("not a kind of float");
        };
    var header = new StringJoiner(",", "{\"__metadata__\":{\"format\":\"pt\"},", "}");
    long at = 0;
    for (Plan.Drawn tensor : tensors) {
      long end = at + plan.bytes(tensor);
      header.add(
          "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(tensor.name(), type, tensor.dims(), at, end));
      at = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8; // as the original writes it, so that data is aligned
    var start = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(padded).put(json);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    try (var out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(start.flip());
      for (Plan.Drawn tensor : tensors) {
        Weights.write(plan, tensor, out);
      }
    }
  }
}
