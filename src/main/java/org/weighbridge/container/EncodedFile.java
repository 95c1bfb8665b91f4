package org.weighbridge.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.lossless.Section;

/**
 * A {@code .wbz} file that is ready to be written, in parts. A large graph in it is packed again
 * while it is written, so that the heap need not hold it.
 */
public final class EncodedFile {
  private final byte[] start;
  private final Optional<Section> graph;
  private final List<WbzLayer> layers;

  private EncodedFile(byte[] start, Optional<Section> graph, List<WbzLayer> layers) {
    this.start = start;
    this.graph = graph;
    this.layers = List.copyOf(layers);
  }

  /** A file in the heap. */
  public static EncodedFile of(byte[] bytes) {
    return new EncodedFile(bytes, Optional.empty(), List.of());
  }

  /** A file of its parts; the graph stands between start and layers. */
  static EncodedFile of(byte[] start, Section graph, List<WbzLayer> layers) {
    return new EncodedFile(start, Optional.of(graph), layers);
  }

  /** Bytes of the whole file. */
  public long size() {
    return start.length
        + graph.map(Section::size).orElse(0L)
        + layers.stream().mapToLong(layer -> layer.stream().length).sum();
  }

  /** Writes the whole file. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(start);
    if (graph.isPresent()) {
      graph.get().writeTo(out);
    }
    for (WbzLayer layer : layers) {
      out.write(layer.stream());
    }
  }

  /** The whole file in the heap. */
  public byte[] toBytes() {
    var out = new ByteArrayOutputStream(Math.toIntExact(size()));
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new AssertionError("writing to memory", e);
    }
    return out.toByteArray();
  }
}
