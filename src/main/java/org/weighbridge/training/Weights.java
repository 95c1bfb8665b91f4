package org.weighbridge.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Masks;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.gradient.Gradients;
import org.weighbridge.training.gradient.Parameter;

/** All parameters of a network on their way. */
final class Weights {
  private final Network start;
  private final List<MovedParameter> parameters = new ArrayList<>();
  private final float[][] gradients;
  private final boolean normalize;
  private final Set<LayerId> frozen;
  private final int kinds;

  Weights(Network start, Gradients opened, TrainingPlan plan) {
    this.start = start;
    normalize = plan.normalize();
    frozen = plan.frozen();
    kinds = plan.optimizer().moments();
    float[][] values = opened.start();
    for (Parameter parameter : opened.parameters()) {
      float[] own = values[parameters.size()];
      parameters.add(new MovedParameter(parameter, own, kinds));
    }
    gradients = parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);
  }

  /** What the network sees, not to be written to. */
  float[][] seen() {
    return parameters.stream().map(MovedParameter::seen).toArray(float[][]::new);
  }

  /** Room for the next gradients. */
  float[][] gradients() {
    return gradients;
  }

  /** Moves every parameter by its gradient. */
  void move(Optimizer optimizer, double rate, long update, Regularization pull) {
    Move offsets = Move.of(optimizer, rate, update, Regularization.NONE);
    Move weights = Move.of(optimizer, rate, update, pull);
    for (int i = 0; i < gradients.length; i++) {
      MovedParameter parameter = parameters.get(i);
      switch (parameter.parameter().role()) {
        case WEIGHT -> {
          if (!frozen.contains(new LayerId(parameter.parameter().name()))) {
            parameter.move(weights, gradients[i]);
          }
        }
        case OFFSET -> parameter.move(offsets, gradients[i]);
        case STATISTIC -> {
          if (normalize) {
            parameter.move(offsets, gradients[i]);
          }
        }
      }
    }
  }

  /** Starts afresh from other values under the masks of now. */
  void restart(float[][] values) {
    for (int i = 0; i < values.length; i++) {
      parameters.get(i).restart(values[i]);
    }
  }

  /** Prunes as {@link MovedParameter#prune} does. */
  void prune(Masks masks, boolean regrow) {
    var left = new HashMap<>(masks.byLayer());
    for (MovedParameter parameter : parameters) {
      Mask mask = left.remove(new LayerId(parameter.parameter().name()));
      if (mask != null) {
        parameter.prune(mask, regrow);
      }
    }
    if (!left.isEmpty()) {
      throw new Fault(
          "Layer %s cannot be pruned while %s is trained, because it is none of its parameters; leave it out."
              .formatted(left.keySet().iterator().next(), start.name()));
    }
  }

  /** Keeps at zero what is zero now in the layers' weights. */
  void keepZeros() {
    for (var entry : layers().entrySet()) {
      float[] values = entry.getValue().values();
      var shape = entry.getValue().parameter().shape();
      if (entry.getValue().nonZeros() < values.length) {
        entry.getValue().prune(Mask.of(shape, i -> values[i] != 0f), false);
      }
    }
  }

  /** The network with what learns in place of what it started with: for whoever decides masks. */
  Network learning() {
    var tensors = new HashMap<LayerId, Tensor>();
    var trained = start.tensors();
    for (MovedParameter parameter : parameters) {
      var id = new LayerId(parameter.parameter().name());
      if (trained.containsKey(id)) {
        tensors.put(id, new Tensor(parameter.parameter().shape(), parameter.values().clone()));
      }
    }
    return start.withWeights(tensors);
  }

  /** A fresh network with some values of all parameters, running statistics included. */
  Network network(float[][] values) {
    var tensors = new HashMap<String, Tensor>();
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = parameters.get(i).parameter();
      tensors.put(parameter.name(), new Tensor(parameter.shape(), values[i]));
    }
    return NetworkFiles.withConstants(start, tensors);
  }

  /** The values that a network with these parameters has; those it does not tell stay as seen. */
  float[][] valuesOf(Network network) {
    var tensors = network.tensors();
    return parameters.stream()
        .map(
            parameter -> {
              var tensor = tensors.get(new LayerId(parameter.parameter().name()));
              return tensor == null ? parameter.seen() : tensor.values();
            })
        .toArray(float[][]::new);
  }

  /** The fraction of weights that are not zero, by layer. */
  Map<LayerId, Double> densities() {
    var densities = new LinkedHashMap<LayerId, Double>();
    layers().forEach((id, p) -> densities.put(id, (double) p.nonZeros() / p.values().length));
    return densities;
  }

  /** The fraction of all layers' weights that are not zero. */
  double density() {
    long kept = 0;
    long all = 0;
    for (MovedParameter parameter : layers().values()) {
      kept += parameter.nonZeros();
      all += parameter.values().length;
    }
    return all == 0 ? 1 : (double) kept / all;
  }

  private Map<LayerId, MovedParameter> layers() {
    var layers = new LinkedHashMap<LayerId, MovedParameter>();
    for (MovedParameter parameter : parameters) {
      var id = new LayerId(parameter.parameter().name());
      if (start.layer(id).isPresent()) {
        layers.put(id, parameter);
      }
    }
    return layers;
  }

  /** Copies of what learns. */
  float[][] copyOfValues() {
    return parameters.stream().map(p -> p.values().clone()).toArray(float[][]::new);
  }

  /** Copies of what the network sees. */
  float[][] copyOfSeen() {
    return parameters.stream().map(p -> p.seen().clone()).toArray(float[][]::new);
  }

  /** Copies of what the optimizer remembers, by kind. */
  List<float[][]> copyOfMoments() {
    var copies = new ArrayList<float[][]>();
    for (int kind = 0; kind < kinds; kind++) {
      int k = kind;
      copies.add(parameters.stream().map(p -> p.moments()[k].clone()).toArray(float[][]::new));
    }
    return copies;
  }

  Map<LayerId, Mask> masks() {
    var masks = new HashMap<LayerId, Mask>();
    for (MovedParameter parameter : parameters) {
      parameter.mask().ifPresent(m -> masks.put(new LayerId(parameter.parameter().name()), m));
    }
    return masks;
  }

  /**
   * Goes on from a state.
   *
   * @throws Fault when it is of other parameters
   */
  void restore(TrainingState state, boolean regrow) {
    boolean fits = fits(state.values(), false) && fitMasks(state.masks());
    fits &= state.moments().size() == kinds;
    for (Best best : state.best().values()) {
      fits &= fits(best.values(), false);
    }
    for (float[][] moment : state.moments()) {
      fits &= fits(moment, true);
    }
    if (!fits) {
      throw new Fault(
          "The training cannot go on: its state is of another network or optimizer than %s; start it anew."
              .formatted(start.name()));
    }
    for (int i = 0; i < parameters.size(); i++) {
      MovedParameter parameter = parameters.get(i);
      parameter.restart(state.values()[i]);
      for (int kind = 0; kind < state.moments().size(); kind++) {
        float[] from = state.moments().get(kind)[i];
        System.arraycopy(from, 0, parameter.moments()[kind], 0, from.length);
      }
    }
    prune(new Masks(state.masks()), regrow);
  }

  private boolean fitMasks(Map<LayerId, Mask> masks) {
    var layers = layers();
    return masks.entrySet().stream()
        .allMatch(
            entry -> {
              var layer = layers.get(entry.getKey());
              return layer != null && layer.values().length == entry.getValue().size();
            });
  }

  private boolean fits(float[][] values, boolean moments) {
    boolean fits = values.length == parameters.size();
    for (int i = 0; fits && i < values.length; i++) {
      var parameter = parameters.get(i);
      int wanted = parameter.values().length;
      if (moments) {
        float[][] own = parameter.moments();
        fits = own.length > 0;
        wanted = fits ? own[0].length : 0;
      }
      fits &= values[i].length == wanted;
    }
    return fits;
  }
}
