package org.weighbridge.container;

import java.util.HexFormat;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.codec.lossless.Section;
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
    return of(file, Section.of(graph)).toBytes();
  }

  /**
   * A file whose graph is packed already.
   *
   * @param file its own graph does not matter
   * @param graph what {@link LosslessRace#MIXED} makes of the graph, or a {@link
   *     org.weighbridge.codec.lossless.StreamedSection}
   */
  public static EncodedFile of(WbzFile file, Section graph) {
    var start = start(file, graph.size(), graph.checksum());
    return EncodedFile.of(start.toBytes(), graph, file.layers());
  }

  /** Everything before the sections. */
  private static ByteWriter start(WbzFile file, long graphSize, int graphChecksum) {
    var head = head(file, graphSize, graphChecksum).toBytes();
    var out = new ByteWriter().bytes(Wbz.MAGIC).u8(Wbz.VERSION).varint(head.length).bytes(head);
    return out.u32(Wbz.checksum(out.toBytes()));
  }

  private static ByteWriter head(WbzFile file, long graphSize, int graphChecksum) {
    byte[] hash = HexFormat.of().parseHex(file.modelHash());
    var head = new ByteWriter().string(file.producer()).string(file.model());
    head.u8(hash.length).bytes(hash);
    section(head, graphSize, graphChecksum);
    head.varint(file.layers().size());
    for (var layer : file.layers()) {
      head.string(layer.name()).string(layer.codec()).varint(layer.version());
      int[] dims = layer.shape().dims();
      head.u8(dims.length);
      for (int dim : dims) {
        head.varint(dim);
      }
      head.positive(layer.bound());
      section(head, layer.stream().length, Wbz.checksum(layer.stream()));
    }
    return head;
  }

  /** An entry of the section table: size and checksum; sections follow the head in this order. */
  private static void section(ByteWriter head, long size, int checksum) {
    head.varint(size).u32(checksum);
  }
}
