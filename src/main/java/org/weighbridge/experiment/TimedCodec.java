package org.weighbridge.experiment;

import java.util.concurrent.atomic.AtomicLong;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Promise;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A codec with a watch beside it: codecs do not read clocks.
 *
 * @param codec does the work
 * @param encodeNanos time spent encoding so far
 * @param decodeNanos time spent decoding so far
 */
record TimedCodec(LayerCodec codec, AtomicLong encodeNanos, AtomicLong decodeNanos)
    implements LayerCodec {
  TimedCodec(LayerCodec codec) {
    this(codec, new AtomicLong(), new AtomicLong());
  }

  @Override
  public String id() {
    return codec.id();
  }

  @Override
  public Axis axis() {
    return codec.axis();
  }

  @Override
  public Promise promise() {
    return codec.promise();
  }

  @Override
  public String label() {
    return codec.label();
  }

  @Override
  public String name() {
    return codec.name();
  }

  @Override
  public int version() {
    return codec.version();
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    long start = System.nanoTime();
    var encoded = codec.encode(weights, settings, progress);
    encodeNanos.addAndGet(System.nanoTime() - start);
    return encoded;
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    long start = System.nanoTime();
    var decoded = codec.decode(stream, version, shape, progress);
    decodeNanos.addAndGet(System.nanoTime() - start);
    return decoded;
  }
}
