package org.weighbridge.codec.sz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * SZ over the kept weights of a layer (data array) beside their positions (index array), as DeepSZ
 * splits it; or both coded together.
 *
 * <p>Stream: {@link SzHead}; the index array (varint size, bytes) when it is coded; the table of
 * bins when there is one; the outliers (varint size, bytes) when there are any; the entropy-coded
 * bins up to the end.
 *
 * @param id for files and the command line
 * @param label for buttons and tables
 * @param predictors best fit: of those that promise to help, the one with the fewest bytes is used
 * @param bins which quantizers take part
 * @param radius the largest bin number of the linear quantizer
 * @param index codes the positions
 * @param entropy codes the bins
 * @param jointly whether {@link JointCoder} may code positions and bins together where that is
 *     shorter
 */
public record SzCodec(
    String id,
    String label,
    List<Predictor> predictors,
    Bins bins,
    int radius,
    IndexCoder index,
    SymbolCoder entropy,
    boolean jointly)
    implements LayerCodec {
  private static final int VERSION = 1;

  /** The quantizers of a composition. */
  public enum Bins {
    /** Linear-scaling quantization, as SZ does; weights below the bound stay in the data array. */
    LINEAR,
    /** The better one of linear and minimum-entropy bins. */
    BEST
  }

  public SzCodec {
    predictors = List.copyOf(predictors);
  }

  @Override
  public String name() {
    String names = predictors.stream().map(Predictor::shortName).collect(Collectors.joining("|"));
    String quantizers = bins == Bins.LINEAR ? "linear" : "linear|minimum-entropy";
    return "SZ(%s,%s,%s;%s)".formatted(names, quantizers, entropy.name(), index.name());
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    progress.begin("Encoding", 3);
    float[] values = weights.values();
    double bound = settings.bound(this).absoluteFor(values);
    var mask = mask(weights, bound, settings.belowBound(), progress);
    float[] kept = mask.gather(values, progress);
    progress.worked(1);
    var parts = new Parts();
    if (kept.length == 0) {
      new SzHead(bound, Predictor.ZERO, false, SzHead.NONE, false).write(parts.stream());
    } else {
      boolean forecast = jointly && new JointCoder().quick(mask);
      var schemes = schemes(kept, bound, settings.belowBound());
      var scheme = BestFit.of(schemes, forecast, kept, mask, progress);
      var quantized = Quantized.of(kept, mask, scheme.predictor(), scheme.quantizer(), progress);
      progress.worked(1);
      write(parts, bound, new LayerRace(this, mask, scheme, quantized, settings, progress).run());
    }
    progress.worked(1);
    return new EncodedLayer(
        id, VERSION, weights.shape(), parts.stream().toBytes(), parts.breakdown(), bound);
  }

  private static void write(Parts parts, double bound, LayerRace race) {
    var array = race.best();
    int positions = array.joint() ? SzHead.JOINT : race.indexed() ? SzHead.CODED : SzHead.ALL;
    var scheme = array.scheme();
    new SzHead(bound, scheme.predictor(), scheme.hasTable(), positions, array.hasOutliers())
        .write(parts.stream());
    if (positions == SzHead.CODED) {
      parts.section(Part.INDEX, race.index());
    }
    parts.dataArray(array);
  }

  /** Which weights are in the data array; all others decode to 0.0. */
  private Mask mask(Tensor weights, double bound, BelowBound belowBound, Progress progress) {
    boolean drops = bins == Bins.BEST && belowBound == BelowBound.DROP;
    double largestDropped = drops ? bound : 0;
    return Mask.above(weights.shape(), weights.values(), largestDropped, progress);
  }

  private List<Scheme> schemes(float[] kept, double bound, BelowBound belowBound) {
    boolean anySign = bins == Bins.LINEAR || belowBound == BelowBound.DROP;
    var linear = new LinearQuantizer(bound, radius, anySign);
    var schemes = new ArrayList<Scheme>();
    for (var predictor : predictors) {
      schemes.add(new Scheme(predictor, linear));
    }
    if (bins == Bins.BEST) {
      MinimumEntropyBins.of(kept, bound)
          .ifPresent(table -> schemes.add(new Scheme(Predictor.ZERO, table)));
    }
    return schemes;
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    var in = new ByteReader(stream);
    var head = SzHead.read(in);
    if (head.positions() == SzHead.NONE) {
      in.end();
      return new Tensor(shape, new float[shape.size()]);
    }
    if (head.positions() == SzHead.JOINT && !jointly) {
      throw new MalformedStreamException(0, id + " does not code positions and bins together");
    }
    var mask =
        switch (head.positions()) {
          case SzHead.CODED -> index.decode(in.section(), shape, progress);
          case SzHead.ALL -> Mask.full(shape);
          default -> Mask.empty(shape);
        };
    var quantizer =
        head.table()
            ? BinTable.read(in, head.bound())
            : new LinearQuantizer(head.bound(), radius, true);
    int most = head.positions() == SzHead.JOINT ? shape.size() : mask.kept();
    float[] outliers = head.outliers() ? Outliers.decode(in.section(), most) : new float[0];
    var layers = new JointCoder.Layer[1];
    float[][] values = new float[1][];
    // filling a large array with zeros takes as long as decoding into it with several threads
    WorkPool.forEach(
        2,
        task -> {
          if (task == 0) {
            values[0] = new float[shape.size()];
          } else {
            layers[0] =
                head.positions() == SzHead.JOINT
                    ? new JointCoder().decode(in, shape, progress)
                    : new JointCoder.Layer(mask, entropy.decode(in, mask, progress));
          }
        });
    new Quantized(layers[0].symbols(), outliers)
        .reconstruct(values[0], layers[0].mask(), head.predictor(), quantizer, progress);
    return new Tensor(shape, values[0]);
  }

  @Override
  public Optional<Composition> composition(byte[] stream) {
    var in = new ByteReader(stream);
    var head = SzHead.read(in);
    String positions =
        switch (head.positions()) {
          case SzHead.CODED -> index.nameOf(in.section());
          case SzHead.JOINT -> "joint";
          default -> "none";
        };
    var table =
        head.table() ? OptionalInt.of(BinTable.read(in, head.bound()).bins()) : OptionalInt.empty();
    int outliers = head.outliers() ? Outliers.count(in.section()) : 0;
    String values =
        switch (head.positions()) {
          case SzHead.NONE -> "none";
          case SzHead.JOINT -> "joint";
          default -> entropy.nameOf(in);
        };
    return Optional.of(
        new Composition(
            head.predictor().shortName(),
            head.table() ? "minimum-entropy" : "linear",
            table,
            positions,
            values,
            outliers));
  }
}
