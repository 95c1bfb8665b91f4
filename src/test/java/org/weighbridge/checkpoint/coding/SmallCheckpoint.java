package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Setting;

/** Two files with tensors of every kind between bytes of no kind, made by hand. */
final class SmallCheckpoint {
  static final int BLOCK = 500;
  private static final int GAP = 37;

  private SmallCheckpoint() {}

  static Checkpoint write(Path folder, long seed) {
    return write(folder, seed, true);
  }

  /** With special values (NaN, infinities, the largest numbers) or without. */
  static Checkpoint write(Path folder, long seed, boolean special) {
    var random = new SplittableRandom(seed);
    var files = new ArrayList<CheckpointFile>();
    var tensors = new ArrayList<StoredTensor>();
    for (int file = 0; file < 2; file++) {
      long at = GAP;
      int first = tensors.size();
      at = add(tensors, file, at, "dense", ElementType.FLOAT32, List.of(60L, 40L));
      at = add(tensors, file, at + GAP, "half", ElementType.FLOAT16, List.of(30L, 7L, 3L));
      at = add(tensors, file, at, "brain", ElementType.BFLOAT16, List.of(3L, 1201L));
      at = add(tensors, file, at + 1, "bias", ElementType.FLOAT32, List.of(40L));
      at = add(tensors, file, at, "empty", ElementType.FLOAT32, List.of(0L, 4L));
      byte[] bytes = new byte[(int) at + 3000];
      random.nextBytes(bytes);
      var segment = MemorySegment.ofArray(bytes);
      for (var tensor : tensors.subList(first, tensors.size())) {
        tensor.type().write(values(tensor, random, special), segment, tensor.offset());
      }
      String name = file == 0 ? "model-1.bin" : "part/model-2.bin";
      Path path = folder.resolve(name);
      try {
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.add(new CheckpointFile(name, path, bytes.length));
    }
    return new Checkpoint("small", "by hand", files, tensors);
  }

  private static long add(
      List<StoredTensor> tensors,
      int file,
      long at,
      String name,
      ElementType type,
      List<Long> dims) {
    long size = dims.stream().reduce(1L, Math::multiplyExact);
    var tensor =
        new StoredTensor(name + file, type, type.name(), dims, file, at, size * type.bytes());
    tensors.add(tensor);
    return tensor.end();
  }

  private static float[] values(StoredTensor tensor, SplittableRandom random, boolean special) {
    float[] values = new float[(int) tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? 0 : (float) (0.1 * random.nextGaussian());
    }
    if (special && values.length > 100) {
      values[7] = Float.NaN;
      values[8] = Float.NEGATIVE_INFINITY;
      values[9] = -0f;
      values[50] = 65504;
      values[51] = -65504;
      values[52] = 1e-7f;
    }
    return values;
  }

  /** All tensors with two dimensions, in small blocks. */
  static CodingPlan plan(Checkpoint checkpoint, String setting) {
    var tensors = new LinkedHashMap<String, TensorCoding>();
    for (var layer : checkpoint.layers()) {
      tensors.put(layer.name(), new TensorCoding("sz", Setting.parse(setting)));
    }
    return plan(tensors);
  }

  static CodingPlan plan(Map<String, TensorCoding> tensors) {
    return new CodingPlan("test", Effort.FAST, BelowBound.DROP, tensors, BLOCK);
  }
}
