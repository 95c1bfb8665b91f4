package org.weighbridge.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Promise;
import org.weighbridge.container.WbzLayer;
import org.weighbridge.container.WbzReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.GraphPayload;
import org.weighbridge.tensor.Tensor;

/** Holds an encoded file to its promise. */
public final class Verifier {
  private Verifier() {}

  /**
   * Decodes a file and compares every weight with the original.
   *
   * @throws Fault when the file cannot be decoded or is of another network
   */
  public static Verification verify(Path file, Network original, Progress progress) {
    var content = WbzReader.withoutGraph(file);
    progress.begin("Verifying " + file.getFileName(), content.layers().size());
    var checks = new ArrayList<Verification.CheckedAgainst>();
    var ids = new HashSet<LayerId>();
    for (WbzLayer coded : content.layers()) {
      progress.step(coded.name());
      var id = new LayerId(coded.name());
      ids.add(id);
      var weights = tensor(file, original, coded).values();
      var decoded = coded.decode(progress.part(1)).values();
      checks.add(
          new Verification.CheckedAgainst(
              id, coded.bound(), BoundCheck.of(weights, decoded, coded.bound(), promise(coded))));
    }
    var graph = GraphPayload.of(original, ids);
    return new Verification(checks, WbzReader.graph(file, stored -> same(graph, stored, progress)));
  }

  /** Compares without holding either. */
  private static boolean same(GraphPayload graph, InputStream stored, Progress progress)
      throws IOException {
    var comparison = new Comparing(stored, progress);
    graph.writeTo(comparison);
    return comparison.same() && stored.read() < 0;
  }

  /** Compares what is written with what is read. */
  private static final class Comparing extends OutputStream {
    private final InputStream other;
    private final Progress progress;
    private boolean same = true;

    Comparing(InputStream other, Progress progress) {
      this.other = other;
      this.progress = progress;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      progress.check();
      byte[] stored = other.readNBytes(count);
      same &= Arrays.equals(bytes, from, from + count, stored, 0, stored.length);
    }

    boolean same() {
      return same;
    }
  }

  private static Promise promise(WbzLayer coded) {
    return Codecs.byId(coded.codec()).promise();
  }

  private static Tensor tensor(Path file, Network original, WbzLayer coded) {
    var tensor = original.tensors().get(new LayerId(coded.name()));
    if (tensor == null || !tensor.shape().equals(coded.shape())) {
      throw new Fault(
          "%s was not made of %s: it holds a tensor %s of shape %s, which the network has not."
              .formatted(file, original.name(), coded.name(), coded.shape()));
    }
    return tensor;
  }
}
