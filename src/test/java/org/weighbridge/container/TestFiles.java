package org.weighbridge.container;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

/** Small files for tests. */
final class TestFiles {
  private TestFiles() {}

  /** A layer of either codec that the frozen file knows, an empty one and one of higher rank. */
  static WbzFile small() {
    var layers = new ArrayList<WbzLayer>();
    for (var codec : List.of(Codecs.byId("sz"), Codecs.byId("deepsz"))) {
      var weights = TestWeights.random(Kind.LAPLACE, Shape.of(12, 10), 0.3, 61);
      weights.values()[7] = Float.NEGATIVE_INFINITY;
      var encoded = codec.encode(weights, CodecSettings.absolute(0.01), Progress.none());
      layers.add(WbzLayer.of(codec.id() + ".weight", encoded));
    }
    for (var shape : new Shape[] {Shape.of(0, 3), Shape.of(4, 2, 3, 3)}) {
      var weights = TestWeights.random(Kind.LAPLACE, shape, 1, 67);
      var encoded =
          Codecs.byId(Codecs.DEFAULT)
              .encode(weights, CodecSettings.absolute(1.0 / 30), Progress.none());
      layers.add(WbzLayer.of("rank " + shape.rank(), encoded));
    }
    byte[] graph = new byte[200];
    for (int i = 0; i < graph.length; i++) {
      graph[i] = (byte) (i * i / 50);
    }
    return new WbzFile("Weighbridge 0.1.0", "tiny", "0123456789abcdef".repeat(4), graph, layers);
  }

  /** A file without layers whose graph is that section, under the right checksums. */
  static byte[] withGraphSection(byte[] section) {
    var head = new ByteWriter().string("").string("").u8(0);
    byte[] body = head.varint(section.length).u32(Wbz.checksum(section)).varint(0).toBytes();
    var out = new ByteWriter().bytes(Wbz.MAGIC).u8(Wbz.VERSION).varint(body.length).bytes(body);
    return out.u32(Wbz.checksum(out.toBytes())).bytes(section).toBytes();
  }
}
