package org.weighbridge.checkpoint.io;

import static org.weighbridge.checkpoint.io.SafetensorsBytes.header;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.job.Progress;
import org.weighbridge.network.TestModels;

/** Damaged checkpoints; of those that are read every tensor must be there to the last byte. */
class CheckpointFuzzTest {
  private static final byte[] SHARD =
      SafetensorsBytes.of(header(tensor("c", "BF16", "[2,2]", 0, 8)), 8);

  private static void readAll(Path file) {
    var checkpoint = CheckpointFiles.read(file, Progress.none());
    try (var mapped = new MappedCheckpoint(checkpoint)) {
      for (var tensor : checkpoint.tensors()) {
        mapped.file(tensor.file()).asSlice(tensor.offset(), tensor.bytes());
      }
    }
  }

  @Nested
  class Safetensors extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      return List.of(
          SafetensorsBytes.of(
              header(
                  "\"__metadata__\":{\"format\":\"pt\"}",
                  tensor("a.weight", "F32", "[2,3]", 0, 24),
                  tensor("b", "F16", "[]", 24, 26),
                  tensor("e", "I64", "[0,7]", 26, 26)),
              26),
          SHARD);
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Damage.head(16), this::damagedHeader, this::damagedHeader);
    }

    /** A header damaged in its words, whose length is right. */
    private byte[] damagedHeader(byte[] good, byte[] other, SplittableRandom random) {
      var in = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
      int end = 8 + (int) in.getLong();
      byte[] header = Damage.text().of(Arrays.copyOfRange(good, 8, end), SHARD, random);
      var out = ByteBuffer.allocate(8 + header.length + good.length - end);
      out.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
      return out.put(good, end, good.length - end).array();
    }

    @Override
    protected void read(byte[] content) {
      readAll(file("damaged.safetensors", content));
    }
  }

  @Nested
  class ShardIndexes extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      file("one.safetensors", SHARD);
      file("two.safetensors", SafetensorsBytes.of(header(tensor("d", "F32", "[1]", 0, 4)), 4));
      return List.of(
          """
          {"metadata": {"total_size": 12},
           "weight_map": {"c": "one.safetensors", "d": "two.safetensors"}}
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Damage damage() {
      return Damage.text();
    }

    @Override
    protected void read(byte[] content) {
      readAll(file("model.safetensors.index.json", content));
    }
  }

  /** What the model says of the files beside it. */
  @Nested
  class ExternalOnnx extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      try {
        var file = TestModels.externalData(folder, TestModels.mlp(5, 6, 4, 3));
        return List.of(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Damage damage() {
      return Damage.bytes();
    }

    @Override
    protected void read(byte[] content) {
      readAll(file("damaged.onnx", content));
    }
  }
}
