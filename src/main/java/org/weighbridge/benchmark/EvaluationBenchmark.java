package org.weighbridge.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Measures what an evaluation costs that computes only what changed, beside one by the whole
 * network: for every layer changed alone, the two ways taking turns, and for every fully connected
 * layer moved while all others are changed too, as a slider does. Weights are encoded and decoded
 * by the default codec at effort {@code fast}, which decodes to the values of every effort.
 *
 * @param bounds how many candidates each layer gets; error bounds from 0.001 to 0.1, in equal
 *     factors
 * @param moves how often each slider is moved
 */
public record EvaluationBenchmark(int bounds, int moves) {
  private static final double LEAST = 1e-3;
  private static final double MOST = 1e-1;

  public EvaluationBenchmark {
    if (bounds < 1 || moves < 1) {
      throw new IllegalArgumentException(bounds + " bounds and " + moves + " moves");
    }
  }

  /** The units of progress that a network is worth. */
  public long units(Network network) {
    return 1L + network.layers().size() + sliders(network).size();
  }

  public EvaluationResult measure(Network network, Evaluator evaluator, Progress progress) {
    evaluator.baseline(progress.part(1)); // warms up, too
    var layers = new ArrayList<EvaluationResult.Way>();
    for (Layer layer : network.layers()) {
      progress.step(layer.name());
      layers.add(alone(layer, evaluator, progress));
      progress.worked(1);
    }
    var sliders = new ArrayList<EvaluationResult.Slider>();
    for (Layer layer : sliders(network)) {
      progress.step(layer.name());
      sliders.add(slider(layer, network, evaluator, progress));
      progress.worked(1);
    }
    return new EvaluationResult(evaluator.samples(), bounds, layers, sliders);
  }

  private static List<Layer> sliders(Network network) {
    return network.layers().stream().filter(Layer::fullyConnected).toList();
  }

  private EvaluationResult.Way alone(Layer layer, Evaluator evaluator, Progress progress) {
    long[] brief = new long[bounds];
    long[] whole = new long[bounds];
    int differing = 0;
    for (int i = 0; i < bounds; i++) {
      var replaced = Map.of(layer.id(), coded(layer, bound(i, bounds)));
      long start = System.nanoTime();
      Evaluation first = evaluator.evaluate(replaced, quiet(progress));
      long between = System.nanoTime();
      Evaluation second = evaluator.evaluateWhole(replaced, quiet(progress));
      brief[i] = between - start;
      whole[i] = System.nanoTime() - between;
      differing += differing(first, second);
    }
    return new EvaluationResult.Way(layer.name(), brief, whole, differing);
  }

  private EvaluationResult.Slider slider(
      Layer layer, Network network, Evaluator evaluator, Progress progress) {
    Map<LayerId, Tensor> replaced = new HashMap<>();
    network.layers().forEach(each -> replaced.put(each.id(), coded(each, LEAST)));
    evaluator.evaluate(replaced, quiet(progress));
    long[] coding = new long[moves];
    long[] measuring = new long[moves];
    int differing = 0;
    for (int i = 0; i < moves; i++) {
      long start = System.nanoTime();
      replaced.put(layer.id(), coded(layer, bound(i, moves)));
      long between = System.nanoTime();
      Evaluation moved = evaluator.evaluate(replaced, quiet(progress));
      coding[i] = between - start;
      measuring[i] = System.nanoTime() - between;
      if (i == 0 || i == moves - 1) {
        differing += differing(moved, evaluator.evaluateWhole(replaced, quiet(progress)));
      }
    }
    return new EvaluationResult.Slider(layer.name(), coding, measuring, differing);
  }

  /** Encoded, decoded and held against its bound. */
  private static Tensor coded(Layer layer, double bound) {
    var settings = CodecSettings.absolute(bound).withEffort(Effort.FAST);
    var codec = Codecs.byId(Codecs.DEFAULT);
    return CheckedLayer.encode(codec, layer.weights(), settings, Progress.none()).decoded();
  }

  private static double bound(int index, int count) {
    return count == 1 ? LEAST : LEAST * Math.pow(MOST / LEAST, (double) index / (count - 1));
  }

  /** Can be cancelled, counts nothing. */
  private static Progress quiet(Progress progress) {
    return progress.part(0);
  }

  private static int differing(Evaluation one, Evaluation other) {
    int differing = 0;
    for (int i = 0; i < one.predictions().length; i++) {
      differing += one.predictions()[i] == other.predictions()[i] ? 0 : 1;
    }
    return differing;
  }
}
