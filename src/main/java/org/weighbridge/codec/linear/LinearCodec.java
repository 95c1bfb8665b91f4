package org.weighbridge.codec.linear;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.bins.BinRace;
import org.weighbridge.codec.bins.Bins;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Uniform quantization (Jacob et al., CVPR 2018): every weight becomes the nearest of up to 2^bits
 * evenly spaced values, one of which is zero.
 *
 * <p>Stream: {@link LinearHead}; NaN and infinities as {@link NonFinite} writes them; the scales
 * and zero points of {@link Grids}, for several channels after a varint size and losslessly packed
 * unless nothing is; the bins: a {@link BinRace}, or {@link PackedBins}.
 *
 * @param affine whether values lie between the least and the largest weight, and not evenly on both
 *     sides of zero
 * @param channel whether every index of the first dimension has values of its own; whatever that
 *     dimension means in the network
 * @param packed whether every weight takes so many bits, without entropy coding
 */
public record LinearCodec(boolean affine, boolean channel, boolean packed) implements LayerCodec {
  private static final int VERSION = 1;
  private static final String FAMILY = "linear";
  private static final String AFFINE = "affine";
  private static final String CHANNEL = "channel";
  private static final String PACKED = "packed";
  private static final Axis.Steps AXIS =
      Axis.Steps.bits("Bits per weight", LinearHead.FEWEST, LinearHead.MOST, 5);

  /** Symmetric, one scale per tensor, entropy-coded. */
  public static LayerCodec linear() {
    return new LinearCodec(false, false, false);
  }

  @Override
  public String id() {
    return FAMILY + suffix("+");
  }

  private String suffix(String before) {
    return (affine ? before + AFFINE : "")
        + (channel ? before + CHANNEL : "")
        + (packed ? before + PACKED : "");
  }

  @Override
  public LayerCodec with(String option) {
    return switch (option) {
      case AFFINE -> new LinearCodec(true, channel, packed);
      case CHANNEL -> new LinearCodec(affine, true, packed);
      case PACKED -> new LinearCodec(affine, channel, true);
      default ->
          throw new Fault(
              "Linear has no option \"%s\"; it has: %s, %s, %s."
                  .formatted(option, AFFINE, CHANNEL, PACKED));
    };
  }

  @Override
  public Axis axis() {
    return AXIS;
  }

  @Override
  public Promise promise() {
    return Promise.ZEROS;
  }

  @Override
  public List<List<String>> options() {
    return List.of(List.of(CHANNEL), List.of(AFFINE), List.of(PACKED));
  }

  @Override
  public String label() {
    return "Linear" + suffix(", ");
  }

  @Override
  public String name() {
    return "Linear(%s,%s,%s)"
        .formatted(
            affine ? AFFINE : "symmetric",
            channel ? "per channel" : "per tensor",
            packed ? PACKED : "entropy");
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    int bits = settings.whole(Parameter.BITS, LinearHead.FEWEST, LinearHead.MOST, this);
    progress.begin("Encoding", 3);
    var head = new LinearHead(bits, affine, channel, packed);
    float[] finite = NonFinite.without(weights.values());
    var grids = Grids.of(finite, bits, head.channels(weights.shape()), affine, progress);
    progress.worked(1);
    int[] bins = new int[finite.length];
    double bound = ReachedBound.ofLargest(grids.quantize(finite, bins, progress));
    progress.worked(1);
    var out = new ByteWriter();
    var parts = new EnumMap<Part, Long>(Part.class);
    head.write(out);
    int before = out.size();
    NonFinite.write(out, weights.values(), progress);
    parts.put(Part.OUTLIERS, (long) out.size() - before);
    write(out, grids, settings.effort(), parts, progress);
    if (packed) {
      byte[] codes = PackedBins.pack(bins, grids, progress);
      out.bytes(codes);
      parts.put(Part.VALUES, (long) codes.length);
    } else {
      var coded = BinRace.encode(bins, weights.shape(), settings.effort(), progress);
      out.bytes(coded.bytes());
      coded.parts().forEach((part, size) -> parts.merge(part, size, Long::sum));
    }
    progress.worked(1);
    long spent = parts.values().stream().mapToLong(Long::longValue).sum();
    parts.put(Part.HEADER, out.size() - spent);
    return new EncodedLayer(
        FAMILY, VERSION, weights.shape(), out.toBytes(), new Breakdown(parts), bound);
  }

  private void write(
      ByteWriter out, Grids grids, Effort effort, Map<Part, Long> parts, Progress progress) {
    byte[] table = grids.toBytes();
    if (channel && !packed) {
      table = LosslessRace.MIXED.compress(table, effort, progress);
      out.varint(table.length);
    }
    out.bytes(table);
    parts.put(Part.TABLES, (long) table.length);
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    var in = new ByteReader(stream);
    var head = LinearHead.read(in);
    float[] values = new float[shape.size()];
    NonFinite.read(in, values);
    var grids = grids(in, head, shape);
    if (head.packed()) {
      byte[] codes = in.bytes(PackedBins.size(values.length, head.bits()));
      in.end();
      PackedBins.unpack(codes, grids, values, progress);
    } else {
      reconstruct(BinRace.decode(in, shape, progress), grids, values, progress);
    }
    return new Tensor(shape, values);
  }

  private static Grids grids(ByteReader in, LinearHead head, Shape shape) {
    int channels = head.channels(shape);
    int columns = channels == 0 ? 0 : shape.size() / channels;
    int size = Grids.bytes(channels, head.affine());
    byte[] table;
    if (head.channel() && !head.packed()) {
      var section = in.section();
      table = LosslessRace.MIXED.decompress(section, size);
    } else {
      table = in.bytes(size);
    }
    return Grids.read(table, head.bits(), columns, channels, head.affine());
  }

  private static void reconstruct(Bins bins, Grids grids, float[] values, Progress progress) {
    int[] symbols = bins.symbols();
    bins.mask()
        .visit(
            progress,
            (from, offsets, count, rank) -> {
              var channels = new Walk(grids, from);
              for (int i = 0; i < count; i++) {
                int position = from + offsets[i];
                var grid = channels.at(position);
                int bin = Bins.bin(symbols[rank + i]);
                if (bin < grid.lowest() || bin > grid.highest()) {
                  throw new MalformedStreamException(0, "bin " + bin + " does not exist");
                }
                if (bin != 0) {
                  values[position] = grid.value(bin);
                }
              }
            });
  }
}
