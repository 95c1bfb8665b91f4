package org.weighbridge.gui.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

/**
 * The network at hand.
 *
 * @param file where it came from
 * @param original as read
 * @param base what pruning starts from: {@code original}, or what retraining made of it
 * @param pruning what made {@code network} of the base
 * @param network what is assessed and encoded
 * @param layers its layers, in order
 * @param sidecar what stands beside the model file
 */
public record Subject(
    Path file,
    Network original,
    Base base,
    PruningChoices pruning,
    Network network,
    List<LayerFacts> layers,
    Optional<ModelSidecar> sidecar) {
  public Subject {
    layers = List.copyOf(layers);
  }

  /**
   * Reads a model, plain or encoded, and the sidecar beside it.
   *
   * @throws org.weighbridge.fault.Fault when it is none
   */
  static Subject read(Path file, Progress progress) {
    progress.begin("Opening " + file.getFileName(), 0);
    var network =
        encoded(file) ? ModelDecoder.decode(file, progress) : NetworkFiles.read(file, progress);
    progress.begin("Counting the weights of " + file.getFileName(), 0);
    return of(file, network, ModelSidecar.besideModel(file), progress);
  }

  /** By the first bytes; a file that cannot be read is left to the reader of models to report. */
  private static boolean encoded(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(3), StandardCharsets.US_ASCII).equals("WBZ");
    } catch (IOException e) {
      return false;
    }
  }

  static Subject of(Path file, Network network, Optional<ModelSidecar> sidecar, Progress progress) {
    return new Subject(
        file,
        network,
        Base.opened(network),
        PruningChoices.NONE,
        network,
        facts(network.layers(), Map.of(), progress),
        sidecar);
  }

  /** A base pruned by these choices and no others; layers that come out the same are shared. */
  Subject pruned(Base from, PruningChoices choices, Progress progress) {
    progress.begin("Pruning " + original.name(), 0);
    var known = new HashMap<LayerId, LayerFacts>();
    var todo = new HashSet<LayerId>();
    layers.forEach(layer -> todo.add(layer.id()));
    if (from.equals(base)) {
      var same = choices.agreeing(pruning, todo);
      layers.stream().filter(l -> same.contains(l.id())).forEach(l -> known.put(l.id(), l));
      todo.removeAll(same);
    }
    var shared = new HashMap<LayerId, Tensor>();
    known.forEach((id, layer) -> shared.put(id, layer.layer().weights()));
    var pruned = choices.pruner(todo).apply(from.network()).withWeights(shared);
    return new Subject(
        file, original, from, choices, pruned, facts(pruned.layers(), known, progress), sidecar);
  }

  /** Whether it is what its file has. */
  public boolean asOpened() {
    return !base.retrained() && pruning.isEmpty();
  }

  /** Whether it is made of just this. */
  boolean is(Base from, PruningChoices choices) {
    return from.equals(base) && choices.equals(pruning);
  }

  /** What differs from another subject of the same base. */
  Map<LayerId, Tensor> differingFrom(Subject other) {
    var differing = new HashMap<LayerId, Tensor>();
    for (int i = 0; i < layers.size(); i++) {
      var layer = layers.get(i).layer();
      if (!layer.weights().equals(other.layers.get(i).layer().weights())) {
        differing.put(layer.id(), layer.weights());
      }
    }
    return differing;
  }

  public Preprocessing preprocessing() {
    return sidecar.map(ModelSidecar::preprocessing).orElseGet(Preprocessing::unitInterval);
  }

  /** The data set its sidecar names, when the program can make it by itself. */
  Optional<String> builtInData() {
    return sidecar.flatMap(ModelSidecar::dataset).filter(DataSets::isBuiltIn);
  }

  public Optional<LayerFacts> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** The layers that a configuration has a bound for, in network order. */
  List<LayerId> unlocked(Configuration configuration) {
    return layers.stream()
        .map(LayerFacts::id)
        .filter(configuration.settings()::containsKey)
        .toList();
  }

  private static List<LayerFacts> facts(
      List<Layer> layers, Map<LayerId, LayerFacts> known, Progress progress) {
    var facts = new LayerFacts[layers.size()];
    WorkPool.forEach(
        facts.length,
        i -> {
          progress.check();
          var layer = layers.get(i);
          var before = known.get(layer.id());
          facts[i] = before == null ? LayerFacts.of(layer, i, progress) : before;
        });
    return List.of(facts);
  }
}
