package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * SZ over the kept weights of a layer (data array) beside their positions (index array), as DeepSZ
 * splits it.
 *
 * <p>Stream: {@link SzHead}; the index array (varint size, bytes) when it is coded; the outliers
 * (varint size, bytes) when there are any; the entropy-coded bins up to the end.
 *
 * @param id for files and the command line
 * @param predictors best fit: of those that promise to help, the one with the fewest bytes is used
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

  public SzCodec {
    predictors = List.copyOf(predictors);
  }

  @Override
  public String name() {
    String names =
        predictors.stream()
            .map(predictor -> predictor.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|"));
    return "SZ(%s,linear,%s;%s)".formatted(names, entropy.name(), index.name());
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    progress.begin("Encoding", 3);
    float[] values = weights.values();
    double bound = settings.bound().absoluteFor(values);
    var quantizer = new LinearQuantizer(bound, radius);
    var mask = Mask.of(weights.shape(), i -> kept(values[i], quantizer), progress);
    float[] kept = gather(values, mask.positions());
    int positions =
        kept.length == 0 ? SzHead.NONE : kept.length == values.length ? SzHead.ALL : SzHead.CODED;
    progress.worked(1);

    byte[][] coded = new byte[1][];
    var promising = BestFit.promising(predictors, kept, quantizer, settings.effort());
    var arrays = new DataArray[promising.size()];
    WorkPool.forEach(
        1 + arrays.length,
        task -> {
          if (task > 0) {
            var predictor = promising.get(task - 1);
            arrays[task - 1] =
                DataArray.encode(
                    kept, mask, predictor, quantizer, entropy, settings.effort(), progress);
          } else if (positions == SzHead.CODED) {
            coded[0] = index.encode(mask, settings.effort(), progress);
          }
        });
    progress.worked(1);

    var best = Arrays.stream(arrays).min(Comparator.comparingInt(DataArray::size));
    var parts = new Parts();
    new SzHead(
            bound,
            best.map(DataArray::predictor).orElse(Predictor.ZERO),
            positions,
            best.map(DataArray::hasOutliers).orElse(false))
        .write(parts.stream());
    if (positions == SzHead.CODED) {
      parts.section(Part.INDEX, coded[0]);
    }
    best.ifPresent(parts::dataArray);
    progress.worked(1);
    return new EncodedLayer(
        id, VERSION, weights.shape(), parts.stream().toBytes(), parts.breakdown(), bound);
  }

  private boolean kept(float value, LinearQuantizer quantizer) {
    return value != 0f && (keep == Keep.NOT_ZERO || quantizer.bin(value, 0f) != 0);
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
    if (version != VERSION) {
      throw new MalformedStreamException(
          0, "version " + version + " of " + id + " is unknown; a newer Weighbridge may read it");
    }
    var in = new ByteReader(stream);
    var head = SzHead.read(in);
    float[] values = new float[shape.size()];
    if (head.positions() == SzHead.NONE) {
      in.end();
      return new Tensor(shape, values);
    }
    var mask =
        head.positions() == SzHead.ALL
            ? Mask.full(shape)
            : index.decode(section(in), shape, progress);
    int[] positions = mask.positions();
    float[] outliers =
        head.outliers() ? Outliers.decode(section(in), positions.length) : new float[0];
    var quantizer = new LinearQuantizer(head.bound(), radius);
    float[] kept =
        DataArray.decode(in, mask, outliers, head.predictor(), quantizer, entropy, progress);
    for (int i = 0; i < kept.length; i++) {
      values[positions[i]] = kept[i];
    }
    return new Tensor(shape, values);
  }

  private static ByteReader section(ByteReader in) {
    return new ByteReader(in.bytes(in.count(in.remaining())));
  }
}
