package org.weighbridge.assessment;

import java.util.Map;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;

/** Tests one layer at one bound with all other layers exact. */
final class LayerTrial {
  private final LayerCodec codec;
  private final Effort effort;
  private final BelowBound belowBound;
  private final Evaluator evaluator;

  LayerTrial(LayerCodec codec, Effort effort, BelowBound belowBound, Evaluator evaluator) {
    this.codec = codec;
    this.effort = effort;
    this.belowBound = belowBound;
    this.evaluator = evaluator;
  }

  AssessmentPoint test(Layer layer, double bound, Progress progress) {
    progress.check();
    var settings = new CodecSettings(ErrorBound.absolute(bound), effort, belowBound);
    var coded = CheckedLayer.encode(codec, layer.weights(), settings, progress);
    progress.check();
    var evaluation = evaluator.evaluate(Map.of(layer.id(), coded.decoded()), progress);
    return new AssessmentPoint(
        bound,
        evaluation.accuracy(),
        evaluation.loss(),
        evaluation.flips(),
        coded.encoded().bytes().length,
        coded.maxError());
  }
}
