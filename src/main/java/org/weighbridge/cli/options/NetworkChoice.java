package org.weighbridge.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.training.blueprint.Blueprint;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Option;

/** The network to train: a fresh one, or one that has learnt before. */
public final class NetworkChoice {
  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      defaultValue = "lenet-300-100",
      description =
          "lenet-300-100 (default), lenet-5 (Caffe's), resnet-8: with fresh weights; or an ONNX file"
              + " to go on from.")
  private String network;

  /** The fresh network of that name, if it is one. */
  public Optional<Blueprint> blueprint() {
    return Blueprint.named(network);
  }

  /**
   * What is known of the file; nothing when it has no sidecar; {@code fresh} when it is none.
   *
   * @throws Fault when it is neither a blueprint nor a file
   */
  public ModelSidecar sidecar(ModelSidecar fresh) {
    if (blueprint().isPresent()) {
      return fresh;
    }
    Path file = Path.of(network);
    if (!Files.exists(file)) {
      throw new Fault(
          "There is no network %s: give %s or an ONNX file that is there."
              .formatted(network, String.join(", ", Blueprint.titles())));
    }
    return ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
  }

  /** The network before training. */
  public Material material(Workbench bench, Data data, long seed) {
    return blueprint()
        .map(print -> bench.fresh(print, data, seed))
        .orElseGet(() -> bench.open(Path.of(network)).on(data));
  }

  /** What is kept of its layers unless somebody says otherwise: of files nothing is pruned. */
  public Map<LayerId, Double> densities(Network opened) {
    var densities = new HashMap<LayerId, Double>();
    List<Double> usual = blueprint().map(Blueprint::densities).orElse(List.of());
    for (int l = 0; l < opened.layers().size() && !usual.isEmpty(); l++) {
      densities.put(opened.layers().get(l).id(), usual.get(Math.min(l, usual.size() - 1)));
    }
    return densities;
  }
}
