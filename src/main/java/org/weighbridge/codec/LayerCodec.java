package org.weighbridge.codec;

import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A method that turns the weights of a layer into bytes and back. Stateless and thread-safe;
 * encoding is deterministic.
 */
public interface LayerCodec {
  /**
   * Short name for the command line, such as {@code sz}; with its options behind it where they
   * differ from the usual ones, as in {@code linear+channel}.
   */
  String id();

  /** The id without options: what files say. Streams say themselves what decoding depends on. */
  default String family() {
    int options = id().indexOf('+');
    return options < 0 ? id() : id().substring(0, options);
  }

  /** What may be set of this codec, layer by layer. */
  default Axis axis() {
    return new Axis.Bounds();
  }

  /** What is promised of decoded weights. */
  default Promise promise() {
    return Promise.BOUND;
  }

  /**
   * The same codec with an option, such as {@code channel}.
   *
   * @throws Fault when it has no such option, with a sentence that names those it has
   */
  default LayerCodec with(String option) {
    throw new Fault("%s has no option \"%s\"; it has none.".formatted(label(), option));
  }

  /**
   * The options that {@link #with} takes, for those who let somebody choose: groups of which at
   * most one holds, such as {@code [[channel], [linear, random]]}.
   */
  default List<List<String>> options() {
    return List.of();
  }

  /** Those options that hold and are not the usual ones, as the id has them. */
  default List<String> chosen() {
    var parts = List.of(id().split("\\+", -1));
    return parts.subList(1, parts.size());
  }

  /** What buttons and tables show: {@code SZ}. */
  String label();

  /** What the legend shows, with the composition: {@code SZ(zero,linear,huffman,zstd)}. */
  String name();

  /** The version of the streams that {@link #encode} writes. */
  int version();

  /**
   * Encodes a layer. Every decoded value keeps |decoded - original| &lt;= the stream's bound, and
   * what the {@link #promise} says of zeros; NaN and infinities come back bit for bit.
   *
   * <p>The effort decides how many bytes this takes, never what they decode to: accuracy measured
   * on values that were coded quickly holds for the shortest stream of the same setting.
   *
   * @throws Fault when this codec has no such setting
   */
  EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress);

  /**
   * Decodes a stream of this codec, trusting nothing in it.
   *
   * @param version the version that the stream was written with
   * @param shape the shape of the layer
   * @throws MalformedStreamException when the stream is damaged or of an unknown version
   */
  Tensor decode(byte[] stream, int version, Shape shape, Progress progress)
      throws MalformedStreamException;

  /**
   * What coded a stream of this codec's present version; empty where there is nothing to choose.
   *
   * @throws MalformedStreamException when the stream is damaged where it says so
   */
  default Optional<Composition> composition(byte[] stream) throws MalformedStreamException {
    return Optional.empty();
  }

  /**
   * Refuses streams that were written with another version than {@link #encode} writes.
   *
   * @throws MalformedStreamException with a sentence that names version and codec
   */
  default void requireVersion(int version) throws MalformedStreamException {
    if (version != version()) {
      throw new MalformedStreamException(
          0,
          "version %d of %s is unknown; a newer Weighbridge may read it"
              .formatted(version, family()));
    }
  }

  default Tensor decode(EncodedLayer layer, Progress progress) throws MalformedStreamException {
    return decode(layer.bytes(), layer.version(), layer.shape(), progress);
  }
}
