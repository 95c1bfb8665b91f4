package org.weighbridge.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * Measures accuracy and size of each layer against its error bound, one layer reconstructed at a
 * time: DeepSZ's second step.
 */
public final class Assessor {
  /** Neighbouring bounds that are nearer to each other than this are told apart by chance. */
  private static final double FINEST = 1.08;

  /** How much smaller a bound has to be to lose clearly less. */
  private static final double LOWER = 4;

  private final LayerCodec codec;
  private final Effort effort;
  private final BelowBound belowBound;
  private final KnownPoints known;

  /**
   * An assessor of one coding.
   *
   * @param known of the same network, samples and coding; learns every new point
   */
  public Assessor(LayerCodec codec, Effort effort, BelowBound belowBound, KnownPoints known) {
    this.codec = codec;
    this.effort = effort;
    this.belowBound = belowBound;
    this.known = known;
  }

  /**
   * Assesses layers of a network.
   *
   * <p>The largest layers come first, and plans go over all layers coarsely before they fill in
   * between, so that the picture is useful early. What was found before a cancel is known to the
   * store.
   *
   * @param evaluator measures the same network; its baseline is what losses refer to
   * @param layers which layers, all others stay exact
   * @param otherBytes size of the encoded file beside the layers' streams, for the result
   */
  public Assessment assess(
      Network network,
      Evaluator evaluator,
      List<LayerId> layers,
      AssessmentPlan plan,
      long otherBytes,
      PointListener listener,
      Progress progress) {
    progress.begin("Assessing", 100);
    var baseline = evaluator.baseline(progress.part(2)).accuracy();
    try (var trials = trials(evaluator)) {
      var tests = new LinkedHashMap<LayerId, LayerTests>();
      for (LayerId id : layers) {
        tests.put(id, new LayerTests(network.layer(id).orElseThrow(), trials, listener));
      }
      run(plan, largestFirst(tests.values()), progress.part(96));
      trials.finish(progress.part(2));
      var curves = tests.values().stream().map(LayerTests::curve).toList();
      return new Assessment(baseline, curves, otherBytes);
    }
  }

  private Trials trials(Evaluator evaluator) {
    return new Trials(codec, effort, belowBound, evaluator, known);
  }

  /** What matters most is known first. */
  private static List<LayerTests> largestFirst(Collection<LayerTests> layers) {
    return layers.stream()
        .sorted(Comparator.comparingInt(tests -> -tests.layer().weights().size()))
        .toList();
  }

  private void run(AssessmentPlan plan, List<LayerTests> layers, Progress progress) {
    var places = codec.axis().places();
    if (!places.isEmpty()) {
      double start = codec.axis().place(codec.axis().start()).orElseThrow();
      new StepTests(places, start, plan.lossPoints()).run(layers, progress);
      return;
    }
    switch (plan) {
      case AssessmentPlan.LogGrid grid -> {
        progress.begin("Assessing", (long) layers.size() * grid.points());
        for (var layer : layers) {
          for (int i = 0; i < grid.points(); i++) {
            layer.loss(grid.bound(i), progress);
            progress.worked(1);
          }
        }
      }
      case AssessmentPlan.DeepSz deepSz -> new DeepSzTests(deepSz).run(layers, progress);
      case AssessmentPlan.Adaptive adaptive -> new AdaptiveTests(adaptive).run(layers, progress);
    }
  }

  /**
   * Spends more tests where they matter: halves the gaps on both sides of one bound of each layer.
   *
   * @param around an assessed bound of each layer, as an optimizer chose them
   * @return the same assessment when no gap was wide enough
   */
  public Assessment refine(
      Network network,
      Evaluator evaluator,
      Assessment assessment,
      Map<LayerId, Double> around,
      PointListener listener,
      Progress progress) {
    if (!codec.axis().places().isEmpty()) {
      return assessment; // all that there is was tested
    }
    progress.begin("Refining", assessment.curves().size());
    var curves = new ArrayList<LayerCurve>();
    boolean finer = false;
    try (var trials = trials(evaluator)) {
      var all = new ArrayList<LayerTests>();
      for (var curve : assessment.curves()) {
        var layer = network.layer(curve.layer()).orElseThrow();
        var tests = new LayerTests(layer, trials, listener).with(curve);
        var bound = around.get(curve.layer());
        if (bound != null) {
          finer |= tests.halveAround(bound, FINEST, LOWER, progress.part(1));
        }
        all.add(tests);
      }
      trials.finish(progress);
      all.forEach(tests -> curves.add(tests.curve()));
    }
    return finer
        ? new Assessment(assessment.baseline(), curves, assessment.otherBytes())
        : assessment;
  }

  /** A place that loses clearly less; the next step of an axis of steps, if there is one. */
  private OptionalDouble below(double place) {
    var steps = codec.axis().places();
    return steps.isEmpty()
        ? OptionalDouble.of(LayerTests.rounded(place / LOWER))
        : steps.stream().mapToDouble(step -> step).filter(step -> step < place).max();
  }

  /**
   * Goes on below what was tested: one smaller bound of every layer that still loses something at
   * its smallest one. Where a budget is shared by many layers, little of each is too much.
   *
   * @return the same assessment when no layer loses anything at its smallest bound
   */
  public Assessment lower(
      Network network,
      Evaluator evaluator,
      Assessment assessment,
      PointListener listener,
      Progress progress) {
    progress.begin("Assessing smaller bounds", assessment.curves().size());
    var all = new ArrayList<LayerTests>();
    boolean finer = false;
    try (var trials = trials(evaluator)) {
      for (var curve : assessment.curves()) {
        var layer = network.layer(curve.layer()).orElseThrow();
        var tests = new LayerTests(layer, trials, listener).with(curve);
        if (!curve.points().isEmpty() && curve.points().getFirst().lossPoints() > 0) {
          var place = below(curve.points().getFirst().place());
          place.ifPresent(at -> tests.loss(at, progress.part(1)));
          finer |= place.isPresent();
        }
        all.add(tests);
      }
      trials.finish(progress);
    }
    return finer
        ? new Assessment(
            assessment.baseline(),
            all.stream().map(LayerTests::curve).toList(),
            assessment.otherBytes())
        : assessment;
  }
}
