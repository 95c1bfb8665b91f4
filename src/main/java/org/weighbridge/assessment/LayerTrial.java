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
  private final KnownPoints known;

  LayerTrial(
      LayerCodec codec,
      Effort effort,
      BelowBound belowBound,
      Evaluator evaluator,
      KnownPoints known) {
    this.codec = codec;
    this.effort = effort;
    this.belowBound = belowBound;
    this.evaluator = evaluator;
    this.known = known;
  }

  AssessmentPoint test(Layer layer, double bound, Progress progress) {
    progress.check();
    var loss = known.loss(layer.id(), bound);
    var bytes = known.bytes(layer.id(), bound);
    if (loss.isPresent() && bytes.isPresent()) {
      return loss.get().at(bound, bytes.getAsLong());
    }
    var settings = new CodecSettings(ErrorBound.absolute(bound), effort, belowBound);
    var coded = CheckedLayer.encode(codec, layer.weights(), settings, progress);
    progress.check();
    var evaluation = evaluator.evaluate(Map.of(layer.id(), coded.decoded()), progress);
    var measured = MeasuredLoss.of(evaluation, coded.maxError());
    long size = coded.encoded().bytes().length;
    known.learn(layer.id(), bound, measured);
    known.learn(layer.id(), bound, size);
    return measured.at(bound, size);
  }
}
