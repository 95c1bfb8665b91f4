package org.weighbridge.container;

import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * One encoded layer of a file.
 *
 * @param name the name of its weight tensor in the graph
 * @param codec the id of the codec that wrote the stream
 * @param version the version of the stream
 * @param shape the shape of the weights
 * @param bound the absolute error bound that the stream keeps
 * @param stream the codec's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public record WbzLayer(
    String name, String codec, int version, Shape shape, double bound, byte[] stream) {
  public static WbzLayer of(String name, EncodedLayer encoded) {
    return new WbzLayer(
        name,
        encoded.codec(),
        encoded.version(),
        encoded.shape(),
        encoded.bound(),
        encoded.bytes());
  }

  /**
   * The weights.
   *
   * @throws Fault when the codec is unknown here or refuses the stream, or memory is too small
   */
  public Tensor decode(Progress progress) {
    try {
      return Codecs.byId(codec).decode(stream, version, shape, progress);
    } catch (MalformedStreamException e) {
      throw new Fault(
          "The layer %s cannot be decoded: at byte %d, %s.".formatted(name, e.offset(), e.reason()),
          e);
    } catch (OutOfMemoryError e) {
      throw new Fault(
          "The layer %s cannot be decoded: its %s weights need more memory than Java's %d MB; %s."
              .formatted(name, shape, Runtime.getRuntime().maxMemory() >> 20, Exhausted.REMEDY),
          e);
    }
  }
}
