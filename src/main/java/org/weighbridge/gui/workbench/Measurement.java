package org.weighbridge.gui.workbench;

import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.network.LayerId;

/**
 * What encoding and decoding under one configuration gave, without the tensors.
 *
 * @param configuration what was measured
 * @param layers the coded layers, in network order
 * @param fileBytes size of the whole encoded file
 * @param ratio original over encoded, whole file
 * @param ratioFullyConnected the same of the fully-connected layers' weights alone; NaN without any
 * @param worstErrorToBound largest error over bound of all layers
 * @param encodeNanos time to encode
 * @param decodeNanos time to decode
 * @param evaluation of the decoded network on the test split, when there is data
 */
public record Measurement(
    Configuration configuration,
    List<LayerReport> layers,
    long fileBytes,
    double ratio,
    double ratioFullyConnected,
    double worstErrorToBound,
    long encodeNanos,
    long decodeNanos,
    Optional<Evaluation> evaluation) {
  static Measurement of(
      Configuration configuration, EncodedModel model, Optional<Evaluation> evaluation) {
    return new Measurement(
        configuration,
        model.layers(),
        model.fileBytes(),
        model.ratio(),
        model.ratioFullyConnected(),
        model.worstErrorToBound(),
        model.encodeNanos(),
        model.decodeNanos(),
        evaluation);
  }

  public Optional<LayerReport> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.layer().equals(id)).findFirst();
  }
}
