package org.weighbridge.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * <p>DeepSZ's plan first finds the decade of every layer and then fills in between, so that the
   * picture is complete early and sharp late. What was found before a cancel has been told to the
   * listener.
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
    progress.begin("Assessing", 1 + 10L * layers.size());
    var baseline = evaluator.baseline(progress.part(1)).accuracy();
    var trial = new LayerTrial(codec, effort, belowBound, evaluator, known);
    var assessments = new ArrayList<LayerAssessment>();
    for (LayerId id : layers) {
      var layer = network.layer(id).orElseThrow();
      assessments.add(new LayerAssessment(layer, trial, listener));
    }
    switch (plan) {
      case AssessmentPlan.LogGrid grid ->
          assessments.forEach(layer -> layer.grid(grid, progress.part(10)));
      case AssessmentPlan.DeepSz deepSz -> {
        var decades = new ArrayList<Double>();
        for (var layer : assessments) {
          decades.add(layer.decade(deepSz, progress.part(2)));
        }
        for (int i = 0; i < decades.size(); i++) {
          assessments.get(i).within(decades.get(i), deepSz, progress.part(8));
        }
      }
    }
    var curves = assessments.stream().map(LayerAssessment::curve).toList();
    return new Assessment(baseline, curves, otherBytes);
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
    progress.begin("Refining", assessment.curves().size());
    var trial = new LayerTrial(codec, effort, belowBound, evaluator, known);
    var curves = new ArrayList<LayerCurve>();
    boolean finer = false;
    for (var curve : assessment.curves()) {
      var bound = around.get(curve.layer());
      if (bound != null) {
        var layer = network.layer(curve.layer()).orElseThrow();
        var refined = new LayerAssessment(layer, trial, listener).with(curve);
        finer |= refined.halve(bound, FINEST, progress.part(1));
        curves.add(refined.curve());
      } else {
        curves.add(curve);
      }
    }
    return finer
        ? new Assessment(assessment.baseline(), curves, assessment.otherBytes())
        : assessment;
  }
}
