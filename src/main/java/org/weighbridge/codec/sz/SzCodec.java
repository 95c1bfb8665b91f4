package org.weighbridge.codec.sz;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolCoder.Places;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.index.Mask;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * SZ over the kept weights of a layer (data array) beside their positions (index array), as DeepSZ
 * splits it.
 *
 * <p>Stream: the bound (positive double); a head byte (predictor + 16 × {@link Index} + 64 when
 * there are outliers); the index array (varint size, bytes) when it is coded; the outliers (varint
 * size, bytes) when there are any; the entropy-coded bins up to the end. After {@link Index#NONE}
 * nothing follows.
 *
 * @param id for files and the command line
 * @param predictors the one with the least estimated cost is used
 * @param keep which weights are in the data array
 * @param radius the largest bin number
 * @param index codes the positions
 * @param entropy codes the bins
 */
public record SzCodec(
    String id,
    List<Predictor> predictors,
    Keep keep,
    int radius,
    IndexCoder index,
    SymbolCoder entropy)
    implements LayerCodec {
  private static final int VERSION = 1;
  private static final int INDEX_UNIT = 16;
  private static final int OUTLIERS = 64;

  /** Which weights are in the data array; the others decode to 0.0. */
  public enum Keep {
    /** Every weight that is not zero, as DeepSZ does. */
    NOT_ZERO,
    /**
     * Every weight that is not in the bin of zero: what would come back as 0.0 in any case needs no
     * place in the index.
     */
    NOT_IN_ZERO_BIN
  }

  /** How the positions are stored. The order is that of the numbers in files. */
  private enum Index {
    NONE,
    ALL,
    CODED
  }

  public SzCodec {
    predictors = List.copyOf(predictors);
  }

  @Override
  public String name() {
    String names =
        predictors.stream()
            .map(p -> p.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining("|"));
    return "SZ(%s,linear,%s;%s)".formatted(names, entropy.name(), index.name());
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    progress.begin("Encoding", 4);
    float[] values = weights.values();
    double bound = settings.bound().absoluteFor(values);
    var quantizer = new LinearQuantizer(bound, radius);
    var mask = Mask.of(weights.shape(), i -> kept(values[i], quantizer));
    int[] positions = mask.positions();
    progress.worked(1);
    var out = new ByteWriter().positive(bound);
    if (positions.length == 0) {
      out.u8(Index.NONE.ordinal() * INDEX_UNIT);
      return layer(weights.shape(), bound, out, Map.of(Part.HEADER, (long) out.size()));
    }
    var array = BestFit.choose(predictors, gather(values, positions), quantizer);
    var indexKind = positions.length == values.length ? Index.ALL : Index.CODED;
    boolean outliers = array.quantized().outliers().length > 0;
    out.u8(
        array.predictor().ordinal() + indexKind.ordinal() * INDEX_UNIT + (outliers ? OUTLIERS : 0));
    progress.worked(1);

    long indexBytes = 0;
    if (indexKind == Index.CODED) {
      byte[] coded = index.encode(mask, settings.effort(), progress);
      out.varint(coded.length).bytes(coded);
      indexBytes = coded.length;
    }
    progress.worked(1);
    long outlierBytes = 0;
    if (outliers) {
      byte[] coded = Outliers.encode(array.quantized().outliers(), settings.effort(), progress);
      out.varint(coded.length).bytes(coded);
      outlierBytes = coded.length;
    }
    long headerBytes = out.size() - indexBytes - outlierBytes;
    var places = new Places(positions, weights.shape().columns());
    var coded = entropy.encode(array.quantized().symbols(), places, settings.effort(), progress);
    out.bytes(coded.bytes());
    progress.worked(1);
    return layer(
        weights.shape(),
        bound,
        out,
        Map.of(
            Part.HEADER, headerBytes,
            Part.INDEX, indexBytes,
            Part.OUTLIERS, outlierBytes,
            Part.TABLES, (long) coded.tableBytes(),
            Part.VALUES, (long) coded.bytes().length - coded.tableBytes()));
  }

  private boolean kept(float value, LinearQuantizer quantizer) {
    return value != 0f && (keep == Keep.NOT_ZERO || quantizer.bin(value, 0f) != 0);
  }

  private EncodedLayer layer(Shape shape, double bound, ByteWriter out, Map<Part, Long> parts) {
    return new EncodedLayer(id, VERSION, shape, out.toBytes(), new Breakdown(parts), bound);
  }

  private static float[] gather(float[] values, int[] positions) {
    float[] kept = new float[positions.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = values[positions[i]];
    }
    return kept;
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    var in = new ByteReader(stream);
    if (version != VERSION) {
      throw new MalformedStreamException(
          0, "version " + version + " of " + id + " is unknown; a newer Weighbridge may read it");
    }
    var quantizer = new LinearQuantizer(in.positive(), radius);
    int headAt = in.offset();
    int head = in.u8();
    int predictor = head % INDEX_UNIT;
    int indexKind = head % OUTLIERS / INDEX_UNIT;
    if (predictor >= Predictor.values().length
        || indexKind >= Index.values().length
        || head >= 2 * OUTLIERS) {
      throw new MalformedStreamException(headAt, "no composition has the number " + head);
    }
    float[] values = new float[shape.size()];
    if (indexKind == Index.NONE.ordinal()) {
      in.end();
      return new Tensor(shape, values);
    }
    int[] positions =
        indexKind == Index.ALL.ordinal()
            ? all(shape)
            : mask(section(in), shape, progress).positions();
    float[] outliers =
        head >= OUTLIERS ? Outliers.decode(section(in), positions.length) : new float[0];
    int[] symbols = entropy.decode(in, new Places(positions, shape.columns()), progress);
    float[] kept =
        Quantized.ofSymbols(symbols, outliers)
            .reconstruct(Predictor.values()[predictor], quantizer);
    for (int i = 0; i < kept.length; i++) {
      values[positions[i]] = kept[i];
    }
    return new Tensor(shape, values);
  }

  private Mask mask(ByteReader in, Shape shape, Progress progress) {
    return index.decode(in, shape, progress);
  }

  private static int[] all(Shape shape) {
    int[] positions = new int[shape.size()];
    java.util.Arrays.setAll(positions, i -> i);
    return positions;
  }

  private static ByteReader section(ByteReader in) {
    return new ByteReader(in.bytes(in.count(in.remaining())));
  }
}
