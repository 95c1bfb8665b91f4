package org.weighbridge.gui.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;

/**
 * The network at hand.
 *
 * @param file where it came from
 * @param original as read
 * @param pruning the rules that made {@code network} of it; empty when it is as read
 * @param network what is assessed and encoded
 * @param layers its layers, in order
 * @param sidecar what stands beside the model file
 */
public record Subject(
    Path file,
    Network original,
    Map<LayerId, PruningRule> pruning,
    Network network,
    List<LayerFacts> layers,
    Optional<ModelSidecar> sidecar) {
  public Subject {
    pruning = Map.copyOf(pruning);
    layers = List.copyOf(layers);
  }

  /**
   * Reads a model, plain or encoded, and the sidecar beside it.
   *
   * @throws org.weighbridge.fault.Fault when it is none
   */
  static Subject read(Path file, Progress progress) {
    progress.begin("Opening " + file.getFileName(), 0);
    var network = encoded(file) ? ModelDecoder.decode(file, progress) : NetworkFiles.read(file);
    return of(file, network, ModelSidecar.besideModel(file));
  }

  /** By the first bytes; a file that cannot be read is left to the reader of models to report. */
  private static boolean encoded(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(3), StandardCharsets.US_ASCII).equals("WBZ");
    } catch (IOException e) {
      return false;
    }
  }

  static Subject of(Path file, Network network, Optional<ModelSidecar> sidecar) {
    return new Subject(file, network, Map.of(), network, facts(network), sidecar);
  }

  /** The original pruned by these rules and no others. */
  Subject pruned(Map<LayerId, PruningRule> rules, Progress progress) {
    progress.begin("Pruning " + original.name(), 0);
    var pruned = Pruning.of(rules).apply(original);
    return new Subject(file, original, rules, pruned, facts(pruned), sidecar);
  }

  public Preprocessing preprocessing() {
    return sidecar.map(ModelSidecar::preprocessing).orElseGet(Preprocessing::unitInterval);
  }

  /** The data set its sidecar names, when the program can make it by itself. */
  Optional<String> builtInData() {
    return sidecar
        .flatMap(ModelSidecar::dataset)
        .filter(name -> name.equals("digits") || name.startsWith("digits:"));
  }

  public Optional<LayerFacts> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** The layers that a configuration has a bound for, in network order. */
  List<LayerId> unlocked(Configuration configuration) {
    return layers.stream().map(LayerFacts::id).filter(configuration.bounds()::containsKey).toList();
  }

  private static List<LayerFacts> facts(Network network) {
    var layers = network.layers();
    var facts = new LayerFacts[layers.size()];
    WorkPool.forEach(facts.length, i -> facts[i] = LayerFacts.of(layers.get(i), i));
    return List.of(facts);
  }
}
