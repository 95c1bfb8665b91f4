package org.weighbridge.codec.bins;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * Codes the bins of a layer in the shortest of several forms, on real bytes: every bin of the dense
 * matrix; the positions of those that are not 0, and beside them these; or both in one code.
 *
 * <p>Stream: the form (u8), then 0: nothing, all bins are 0; 1: the bins, one for each weight; 2:
 * the index (varint size, bytes) and the bins at its positions; 3: positions and bins together.
 */
public final class BinRace {
  private static final int NONE = 0;
  private static final int DENSE = 1;
  private static final int SPARSE = 2;
  private static final int JOINT = 3;

  /** Words of a mask that one thread fills. */
  private static final int CHUNK = 1 << 12;

  private static final JointCoder TOGETHER = new JointCoder();

  private BinRace() {}

  /**
   * Coded bins.
   *
   * @param parts what the bytes are spent on; the rest is header
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Coded(byte[] bytes, Map<Part, Long> parts) {}

  /**
   * Codes bins.
   *
   * @param bins one for each weight, row-major
   */
  public static Coded encode(int[] bins, Shape shape, Effort effort, Progress progress) {
    var mask = mask(bins, shape, progress);
    int kept = mask.kept();
    if (kept == 0) {
      return new Coded(new byte[] {NONE}, Map.of());
    }
    var sparse = new Bins(mask, symbols(bins, mask, progress));
    @Nullable Coded[] candidates = new Coded[JOINT + 1];
    var tasks = new ArrayList<Runnable>();
    if (effort.affords(mask) || 2L * kept > mask.size()) {
      tasks.add(() -> candidates[DENSE] = dense(bins, shape, effort, progress));
    }
    if (kept < mask.size()) {
      tasks.add(() -> candidates[SPARSE] = sparse(sparse, effort, progress));
      if (TOGETHER.races(mask, effort)) {
        tasks.add(() -> candidates[JOINT] = joint(sparse, progress));
      }
    }
    WorkPool.forEach(tasks.size(), task -> tasks.get(task).run());
    Coded best = null;
    for (var candidate : candidates) {
      if (candidate != null && (best == null || candidate.bytes.length < best.bytes.length)) {
        best = candidate;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static Mask mask(int[] bins, Shape shape, Progress progress) {
    var mask = Mask.empty(shape);
    long[] words = mask.words();
    WorkPool.forEach(
        Math.ceilDiv(words.length, CHUNK),
        chunk -> {
          progress.check();
          int to = Math.min(words.length, (chunk + 1) * CHUNK);
          for (int word = chunk * CHUNK; word < to; word++) {
            int from = word * Long.SIZE;
            int count = Math.min(Long.SIZE, bins.length - from);
            long bits = 0;
            for (int i = 0; i < count; i++) {
              bits |= (long) ((bins[from + i] | -bins[from + i]) >>> 31) << i;
            }
            words[word] = bits;
          }
        });
    return mask;
  }

  private static int[] symbols(int[] bins, Mask mask, Progress progress) {
    int[] symbols = new int[mask.kept()];
    mask.visit(
        progress,
        (from, offsets, count, rank) -> {
          for (int i = 0; i < count; i++) {
            symbols[rank + i] = Bins.symbol(bins[from + offsets[i]]);
          }
        });
    return symbols;
  }

  private static Coded dense(int[] bins, Shape shape, Effort effort, Progress progress) {
    var all = Mask.full(shape);
    var coded = SymbolRace.BEST.encode(symbols(bins, all, progress), all, effort, progress);
    byte[] bytes = new ByteWriter().u8(DENSE).bytes(coded.bytes()).toBytes();
    return new Coded(bytes, values(coded));
  }

  private static Map<Part, Long> values(SymbolCoder.Coded coded) {
    return Map.of(
        Part.TABLES,
        (long) coded.tableBytes(),
        Part.VALUES,
        (long) coded.bytes().length - coded.tableBytes());
  }

  private static Coded sparse(Bins bins, Effort effort, Progress progress) {
    byte[][] index = new byte[1][];
    var values = new SymbolCoder.Coded[1];
    WorkPool.forEach(
        2,
        task -> {
          if (task == 0) {
            index[0] = IndexRace.BEST.encode(bins.mask(), effort, progress);
          } else {
            values[0] = SymbolRace.BEST.encode(bins.symbols(), bins.mask(), effort, progress);
          }
        });
    var out = new ByteWriter().u8(SPARSE).varint(index[0].length).bytes(index[0]);
    var parts = new EnumMap<>(values(values[0]));
    parts.put(Part.INDEX, (long) index[0].length);
    return new Coded(out.bytes(values[0].bytes()).toBytes(), parts);
  }

  private static Coded joint(Bins bins, Progress progress) {
    var coded = TOGETHER.encode(new JointCoder.Layer(bins.mask(), bins.symbols()), progress);
    byte[] bytes = new ByteWriter().u8(JOINT).bytes(coded.bytes()).toBytes();
    long positions = coded.positionBytes();
    return new Coded(
        bytes, Map.of(Part.INDEX, positions, Part.VALUES, coded.bytes().length - positions));
  }

  /**
   * The inverse, trusting nothing; no symbol is 0.
   *
   * @param in positioned at what {@link #encode} wrote; read to its end
   */
  public static Bins decode(ByteReader in, Shape shape, Progress progress)
      throws MalformedStreamException {
    int start = in.offset();
    int form = in.u8();
    var bins =
        switch (form) {
          case NONE -> none(in, shape);
          case DENSE -> symbols(in, Mask.full(shape), progress);
          case SPARSE -> symbols(in, index(in, shape, progress), progress);
          case JOINT -> {
            var layer = TOGETHER.decode(in, shape, progress);
            yield new Bins(layer.mask(), layer.symbols());
          }
          default ->
              throw new MalformedStreamException(start, "no bins are written in form " + form);
        };
    for (int symbol : bins.symbols()) {
      if (symbol == 0) {
        throw new MalformedStreamException(start, "a bin is missing");
      }
    }
    return bins;
  }

  private static Bins none(ByteReader in, Shape shape) {
    in.end();
    return new Bins(Mask.empty(shape), new int[0]);
  }

  private static Bins symbols(ByteReader in, Mask mask, Progress progress) {
    return new Bins(mask, SymbolRace.BEST.decode(in, mask, progress));
  }

  private static Mask index(ByteReader in, Shape shape, Progress progress) {
    return IndexRace.BEST.decode(in.section(), shape, progress);
  }
}
