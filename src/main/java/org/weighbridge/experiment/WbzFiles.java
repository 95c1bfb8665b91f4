package org.weighbridge.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.codec.lossless.Raw;
import org.weighbridge.codec.lossless.Section;
import org.weighbridge.codec.lossless.StreamedSection;
import org.weighbridge.container.EncodedFile;
import org.weighbridge.container.WbzFile;
import org.weighbridge.container.WbzLayer;
import org.weighbridge.container.WbzWriter;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.GraphPayload;
import org.weighbridge.tensor.Tensor;

/** Puts networks into {@code .wbz} files and takes them out again. */
final class WbzFiles {
  private WbzFiles() {}

  /** Graphs of more bytes are packed as they are written. */
  private static final long LARGE = 64 << 20;

  /** The file of a network some of whose tensors were coded with these results. */
  static EncodedFile file(Network network, Map<LayerId, CheckedLayer> results, Section graph) {
    var streams = new ArrayList<WbzLayer>();
    results.forEach((id, result) -> streams.add(WbzLayer.of(id.name(), result.encoded())));
    var rest = new WbzFile(Version.PRODUCT, network.name(), network.hash(), new byte[0], streams);
    return WbzWriter.of(rest, graph);
  }

  /** What is carried along when these tensors are coded, packed. */
  static Section graph(Network network, Set<LayerId> coded, Effort effort, Progress progress) {
    var graph = GraphPayload.of(network, coded);
    return graph.size() > LARGE
        ? new StreamedSection(raw(graph), progress)
        : Section.of(LosslessRace.MIXED.compress(graph.toBytes(), effort, progress));
  }

  private static Raw raw(GraphPayload graph) {
    return new Raw() {
      @Override
      public long size() {
        return graph.size();
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        graph.writeTo(out);
      }
    };
  }

  /**
   * The network in a file, its coded tensors decoded.
   *
   * @throws Fault when a stream is damaged or the graph does not fit the layers
   */
  static Network network(WbzFile file, Progress progress) {
    progress.begin("Decoding " + file.model(), file.layers().size());
    var weights = new LinkedHashMap<LayerId, Tensor>();
    for (WbzLayer layer : file.layers()) {
      progress.step(layer.name());
      weights.put(new LayerId(layer.name()), layer.decode(progress.part(1)));
    }
    return GraphPayload.restore(file.graph(), weights, file.model());
  }
}
