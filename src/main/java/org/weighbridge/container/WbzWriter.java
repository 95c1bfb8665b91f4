package org.weighbridge.container;

import java.util.HexFormat;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;

/** Writes .wbz files: the bytes are described in {@code docs/format.md}. */
public final class WbzWriter {
  private WbzWriter() {}

  /** The whole file at the default effort. */
  public static byte[] toBytes(WbzFile file) {
    return toBytes(file, Effort.BALANCED, Progress.none());
  }

  /**
   * The whole file. The same content gives the same bytes.
   *
   * @param effort how hard the graph is compressed; the layers are encoded already
   */
  public static byte[] toBytes(WbzFile file, Effort effort, Progress progress) {
    byte[] graph = LosslessRace.MIXED.compress(file.graph(), effort, progress);
    var head = head(file, graph).toBytes();
    var out = new ByteWriter().bytes(Wbz.MAGIC).u8(Wbz.VERSION).varint(head.length).bytes(head);
    out.u32(Wbz.checksum(out.toBytes()));
    out.bytes(graph);
    file.layers().forEach(layer -> out.bytes(layer.stream()));
    return out.toBytes();
  }

  private static ByteWriter head(WbzFile file, byte[] graph) {
    byte[] hash = HexFormat.of().parseHex(file.modelHash());
    var head = new ByteWriter().string(file.producer()).string(file.model());
    head.u8(hash.length).bytes(hash);
    section(head, graph);
    head.varint(file.layers().size());
    for (var layer : file.layers()) {
      head.string(layer.name()).string(layer.codec()).varint(layer.version());
      int[] dims = layer.shape().dims();
      head.u8(dims.length);
      for (int dim : dims) {
        head.varint(dim);
      }
      head.positive(layer.bound());
      section(head, layer.stream());
    }
    return head;
  }

  /** An entry of the section table: size and checksum; sections follow the head in this order. */
  private static void section(ByteWriter head, byte[] body) {
    head.varint(body.length).u32(Wbz.checksum(body));
  }
}
