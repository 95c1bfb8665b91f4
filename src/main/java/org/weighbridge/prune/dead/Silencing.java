package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One layer's dead units at one moment. */
final class Silencing {
  private final UnitLayer layer;
  private final List<Way> ways;
  private final Edits values;
  private final boolean[] fed;

  /** By way, which inputs of the layer behind are heard. */
  private final List<boolean[]> heard = new ArrayList<>();

  Silencing(UnitLayer layer, List<Way> ways, Edits values) {
    this.layer = layer;
    this.ways = ways;
    this.values = values;
    fed = layer.fed(values);
    ways.forEach(way -> heard.add(way.to().heard(values)));
  }

  /** The units without inputs and outputs. */
  List<Integer> dead() {
    return IntStream.range(0, layer.units())
        .filter(unit -> !fed[unit] && !isHeard(unit))
        .boxed()
        .toList();
  }

  /** How many units without inputs are heard for good. */
  int left() {
    return (int)
        IntStream.range(0, layer.units()).filter(unit -> !fed[unit] && isHeard(unit)).count();
  }

  /** Folds and zeroes what can be. Returns whether anything changed. */
  boolean run() {
    var constant = new boolean[layer.units()];
    boolean changed = false;
    for (int unit = 0; unit < constant.length; unit++) {
      constant[unit] = !fed[unit] && isHeard(unit) && folds(unit);
      changed |= constant[unit];
    }
    if (changed) {
      for (int w = 0; w < ways.size(); w++) {
        fold(constant, w);
      }
    }
    return silence() || changed;
  }

  private boolean isHeard(int unit) {
    for (int w = 0; w < ways.size(); w++) {
      if (isHeard(unit, w)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeard(int unit, int way) {
    int spread = ways.get(way).spread(layer);
    for (int input = unit * spread; input < (unit + 1) * spread; input++) {
      if (heard.get(way)[input]) {
        return true;
      }
    }
    return false;
  }

  private double constant(int unit) {
    return layer.bias().map(bias -> (double) values.get(bias)[unit]).orElse(0.0);
  }

  private boolean folds(int unit) {
    return IntStream.range(0, ways.size())
        .allMatch(
            w -> !isHeard(unit, w) || ways.get(w).takes(ways.get(w).arrives(unit, constant(unit))));
  }

  /** The layer behind a way takes over the constants and hears these units no more. */
  private void fold(boolean[] units, int w) {
    Way way = ways.get(w);
    int spread = way.spread(layer);
    var arriving = new double[units.length];
    for (int unit = 0; unit < units.length; unit++) {
      arriving[unit] = units[unit] && isHeard(unit, w) ? way.arrives(unit, constant(unit)) : 0;
    }
    float[] weights = values.edit(way.to().weights());
    var sums = new double[way.to().units()];
    way.to()
        .visit(
            (at, behind, input) -> {
              if (units[input / spread]) {
                sums[behind] += arriving[input / spread] * weights[at];
                weights[at] = 0;
                heard.get(w)[input] = false;
              }
            });
    way.to().bias().ifPresent(bias -> add(sums, values.edit(bias)));
  }

  private static void add(double[] sums, float[] biases) {
    for (int i = 0; i < sums.length; i++) {
      biases[i] += (float) sums[i];
    }
  }

  /** Takes everything from units that nobody hears. Returns whether there was anything. */
  private boolean silence() {
    var silent = new boolean[layer.units()];
    boolean some = false;
    boolean changed = false;
    for (int unit = 0; unit < silent.length; unit++) {
      if (isHeard(unit)) {
        continue;
      }
      silent[unit] = true;
      some |= fed[unit];
      fed[unit] = false;
      if (layer.bias().isPresent()) {
        changed |= clear(layer.bias().get(), unit);
      }
      for (Way way : ways) {
        for (NodeProto normalization : way.normalizations()) {
          changed |= clear(normalization.getInput(1), unit);
          changed |= clear(normalization.getInput(2), unit);
        }
      }
    }
    if (some) {
      float[] weights = values.edit(layer.weights());
      layer.visit(
          (at, unit, input) -> {
            if (silent[unit]) {
              weights[at] = 0;
            }
          });
    }
    return some || changed;
  }

  private boolean clear(String constant, int unit) {
    if (!values.editable(constant) || values.get(constant)[unit] == 0) {
      return false;
    }
    values.edit(constant)[unit] = 0;
    return true;
  }
}
