package org.weighbridge.experiment;

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
    var content = WbzReader.read(file);
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
    var graph = GraphPayload.of(original, ids).toBytes();
    return new Verification(checks, Arrays.equals(graph, content.graph()));
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
