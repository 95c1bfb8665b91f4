package org.weighbridge.codec.lowrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.exact.ExactCodec;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Truncated singular value decomposition (Denton et al., NIPS 2014): a layer, seen as its first
 * dimension times the rest, as the product of two thin matrices of few bits. A layer whose factors
 * would hold no fewer numbers than itself is left as it is, in bytes grouped by place.
 *
 * <p>Stream: 0 and the layer as {@link ExactCodec#byteGroups} writes it; or 1, the exponent of the
 * scale + 256 (varint), {@link Factors}, and the {@link NonFinite} weights up to the end.
 */
public record LowRankCodec() implements LayerCodec {
  private static final int VERSION = 1;
  private static final String ENERGY = "energy";
  private static final String RANK = "rank";
  private static final int STEPS = 10;
  private static final int START = 4;
  private static final int WHOLE = 0;
  private static final int FACTORS = 1;
  private static final int EXPONENT_BIAS = 256;
  private static final LayerCodec EXACT = ExactCodec.byteGroups();

  @Override
  public String id() {
    return "lowrank";
  }

  @Override
  public String label() {
    return "Low rank";
  }

  @Override
  public String name() {
    return "LowRank(svd,sz)";
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Promise promise() {
    return Promise.NONE;
  }

  /** Shares of the layer's energy, 1 - 2^-k, at the relative error 2^(-k/2). */
  @Override
  public Axis axis() {
    var steps = new ArrayList<Axis.Step>();
    for (int k = STEPS; k >= 1; k--) {
      var energy = energy(k);
      String text = String.format(Locale.ROOT, "%.4g %%", 100 * energy.value());
      steps.add(new Axis.Step(Math.sqrt(1 - energy.value()), energy, text));
    }
    return new Axis.Steps("Energy kept", List.copyOf(steps), energy(START));
  }

  private static Parameter energy(int k) {
    return new Parameter(ENERGY, 1 - Math.scalb(1.0, -k));
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    boolean ranked = settings.setting() instanceof Parameter given && given.name().equals(RANK);
    int most = ranked ? settings.whole(RANK, 1, Integer.MAX_VALUE, this) : Integer.MAX_VALUE;
    double share = ranked ? 1 : settings.parameter(ENERGY, 0, 1, this);
    progress.begin("Encoding", 2);
    progress.check();
    float[] values = weights.values();
    var scaled = ScaledMatrix.of(weights.shape(), NonFinite.without(values));
    var factors = Factors.of(scaled.matrix(), share, most, progress);
    progress.worked(1);
    var encoded =
        factors.isPresent()
            ? factored(weights, scaled, factors.get(), settings, progress)
            : whole(weights, settings, progress);
    progress.worked(1);
    return encoded;
  }

  private EncodedLayer factored(
      Tensor weights,
      ScaledMatrix scaled,
      Factors factors,
      CodecSettings settings,
      Progress progress) {
    var head = new ByteWriter();
    head.u8(FACTORS).varint(scaled.exponent() + EXPONENT_BIAS);
    var coded = new ByteWriter();
    var stored = factors.write(coded, settings.effort(), progress);
    var odd = new ByteWriter();
    NonFinite.write(odd, weights.values(), progress);
    byte[] bytes = head.bytes(coded.toBytes()).bytes(odd.toBytes()).toBytes();
    var breakdown =
        new Breakdown(
            Map.of(
                Part.VALUES,
                (long) coded.size(),
                Part.OUTLIERS,
                (long) odd.size(),
                Part.HEADER,
                (long) bytes.length - coded.size() - odd.size()));
    float[] decoded =
        new ScaledMatrix(stored.product(progress), scaled.exponent(), scaled.turned()).weights();
    double bound = ReachedBound.of(weights.values(), decoded);
    return new EncodedLayer(id(), VERSION, weights.shape(), bytes, breakdown, bound);
  }

  private EncodedLayer whole(Tensor weights, CodecSettings settings, Progress progress) {
    var exact =
        EXACT.encode(weights, new CodecSettings(Parameter.NONE, settings.effort()), progress);
    byte[] bytes = new ByteWriter().u8(WHOLE).bytes(exact.bytes()).toBytes();
    var breakdown =
        new Breakdown(Map.of(Part.VALUES, (long) exact.bytes().length, Part.HEADER, 1L));
    return new EncodedLayer(id(), VERSION, weights.shape(), bytes, breakdown, exact.bound());
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    var in = new ByteReader(stream);
    int form = in.u8();
    if (form == WHOLE) {
      return EXACT.decode(in.rest(), EXACT.version(), shape, progress);
    }
    if (form != FACTORS) {
      throw new MalformedStreamException(0, "no form of layers has the number " + form);
    }
    int exponent = in.count(2 * EXPONENT_BIAS) - EXPONENT_BIAS;
    boolean turned = ScaledMatrix.turns(shape);
    int rows = Math.min(shape.rows(), shape.columns());
    int columns = Math.max(shape.rows(), shape.columns());
    var product = Factors.read(in, rows, columns, progress).product(progress);
    float[] weights = new ScaledMatrix(product, exponent, turned).weights();
    NonFinite.read(in, weights);
    in.end();
    return new Tensor(shape, weights);
  }
}
