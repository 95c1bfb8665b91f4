package org.weighbridge.assessment;

import java.nio.ByteBuffer;
import java.util.Map;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Shifts every weight by most of the bound and stores it as it is: the error is known exactly
 * enough.
 */
final class RoundingCodec implements LayerCodec {
  /** The error as a share of the bound; the rest is room for float rounding. */
  static final double SHARE = 0.95;

  @Override
  public String label() {
    return id();
  }

  @Override
  public String id() {
    return "rounding";
  }

  @Override
  public String name() {
    return "Rounding";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    double bound = settings.bound(this).absoluteFor(weights.values());
    var bytes = ByteBuffer.allocate(4 * weights.size());
    for (float weight : weights.values()) {
      bytes.putFloat((float) (weight + bound * SHARE));
    }
    var breakdown = new Breakdown(Map.of(Breakdown.Part.VALUES, (long) bytes.capacity()));
    return new EncodedLayer(id(), 1, weights.shape(), bytes.array(), breakdown, bound);
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    var values = new float[shape.size()];
    ByteBuffer.wrap(stream).asFloatBuffer().get(values);
    return new Tensor(shape, values);
  }
}
