package org.weighbridge.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Goes over all floats of a checkpoint once. Magnitudes are compared as the bits without the sign,
 * whose order is that of the numbers; infinities and NaNs come behind them.
 */
final class Counting {
  /** Elements per task. */
  private static final int TASK = 1 << 22;

  /** Elements per question whether the work is still wanted; they fit a core's cache. */
  private static final int PIECE = 1 << 14;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Counting() {}

  private record Part(int tensor, long first, int count) {}

  /** The facts of each tensor of the checkpoint, in its order; of other types there are none. */
  static List<TensorFacts> count(
      Checkpoint checkpoint, MappedCheckpoint mapped, Progress progress) {
    var tensors = checkpoint.tensors();
    var parts = new ArrayList<Part>();
    long bytes = 0;
    for (int i = 0; i < tensors.size(); i++) {
      StoredTensor tensor = tensors.get(i);
      if (tensor.type().codable()) {
        long size = tensor.size();
        bytes += tensor.bytes();
        for (long first = 0; first < size; first += TASK) {
          parts.add(new Part(i, first, (int) Math.min(TASK, size - first)));
        }
      }
    }
    progress.begin("Counting weights of " + checkpoint.name(), bytes);
    var counted = new TensorFacts[parts.size()];
    WorkPool.forEach(
        parts.size(),
        i -> {
          Part part = parts.get(i);
          counted[i] = count(tensors.get(part.tensor()), part, mapped, progress);
        });
    var facts = new TensorFacts[tensors.size()];
    Arrays.fill(facts, TensorFacts.NONE);
    for (int i = 0; i < counted.length; i++) {
      int tensor = parts.get(i).tensor();
      facts[tensor] = facts[tensor].and(counted[i]);
    }
    return List.of(facts);
  }

  private static TensorFacts count(
      StoredTensor tensor, Part part, MappedCheckpoint mapped, Progress progress) {
    ElementType type = tensor.type();
    var file = mapped.file(tensor.file());
    var wide = new int[type.bytes() == Integer.BYTES ? PIECE : 0];
    var narrow = new short[type.bytes() == Short.BYTES ? PIECE : 0];
    var facts = TensorFacts.NONE;
    for (int done = 0; done < part.count(); done += PIECE) {
      progress.check();
      int count = Math.min(PIECE, part.count() - done);
      long at = tensor.offset() + (part.first() + done) * type.bytes();
      if (type == ElementType.FLOAT32) {
        MemorySegment.copy(file, INT, at, wide, 0, count);
        facts = facts.and(wide(wide, count));
      } else {
        MemorySegment.copy(file, SHORT, at, narrow, 0, count);
        facts = facts.and(narrow(narrow, count, type));
      }
      progress.worked((long) count * type.bytes());
    }
    return facts;
  }

  private static TensorFacts wide(int[] bits, int count) {
    int kept = 0;
    int notFinite = 0;
    int largest = 0;
    for (int i = 0; i < count; i++) {
      int magnitude = bits[i] & 0x7FFF_FFFF;
      kept += -magnitude >>> 31;
      notFinite += (magnitude + 0x80_0000) >>> 31;
      largest = Math.max(largest, magnitude);
    }
    if (notFinite > 0) {
      largest = 0;
      for (int i = 0; i < count; i++) {
        int magnitude = bits[i] & 0x7FFF_FFFF;
        largest = magnitude < 0x7F80_0000 ? Math.max(largest, magnitude) : largest;
      }
    }
    return new TensorFacts(kept, Float.intBitsToFloat(largest), notFinite);
  }

  private static TensorFacts narrow(short[] bits, int count, ElementType type) {
    int infinite = type == ElementType.FLOAT16 ? 0x7C00 : 0x7F80;
    int room = 0x8000 - infinite;
    int kept = 0;
    int notFinite = 0;
    int largest = 0;
    for (int i = 0; i < count; i++) {
      int magnitude = bits[i] & 0x7FFF;
      kept += -magnitude >>> 31;
      notFinite += (magnitude + room) >>> 15;
      largest = Math.max(largest, magnitude);
    }
    if (notFinite > 0) {
      largest = 0;
      for (int i = 0; i < count; i++) {
        int magnitude = bits[i] & 0x7FFF;
        largest = magnitude < infinite ? Math.max(largest, magnitude) : largest;
      }
    }
    float value =
        type == ElementType.FLOAT16
            ? Float.float16ToFloat((short) largest)
            : Float.intBitsToFloat(largest << 16);
    return new TensorFacts(kept, value, notFinite);
  }
}
