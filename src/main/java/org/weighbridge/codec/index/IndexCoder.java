package org.weighbridge.codec.index;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/** Codes the positions of kept weights. Stateless and thread-safe. */
public interface IndexCoder {
  String name();

  /**
   * The name of what coded a stream: of the one that won where several race, with the lossless back
   * end where one packs.
   *
   * @param in positioned at what {@link #encode} wrote
   */
  default String nameOf(ByteReader in) throws MalformedStreamException {
    return name();
  }

  /** Whether this coder takes part in a race: false when it would take too long for the effort. */
  default boolean races(Mask mask, Effort effort) {
    return true;
  }

  byte[] encode(Mask mask, Effort effort, Progress progress);

  /**
   * The inverse, trusting nothing.
   *
   * @param in positioned at what {@link #encode} wrote; read to its end
   * @param shape the shape of the layer
   */
  Mask decode(ByteReader in, Shape shape, Progress progress) throws MalformedStreamException;
}
