package org.weighbridge.experiment;

import java.util.List;
import java.util.Optional;
import org.weighbridge.network.LayerId;

/**
 * What encoding and decoding a whole file gave, without the tensors.
 *
 * @param layers the coded layers, in network order
 * @param fileBytes size of the whole encoded file
 * @param ratio original over encoded, whole file
 * @param ratioFullyConnected the same of the fully-connected layers' weights alone; NaN without any
 * @param worstErrorToBound largest error over bound of all layers
 * @param encodeNanos time to encode
 * @param decodeNanos time to decode
 */
public record MeasuredFile(
    List<LayerReport> layers,
    long fileBytes,
    double ratio,
    double ratioFullyConnected,
    double worstErrorToBound,
    long encodeNanos,
    long decodeNanos) {
  public static MeasuredFile of(EncodedModel model) {
    return new MeasuredFile(
        model.layers(),
        model.fileBytes(),
        model.ratio(),
        model.ratioFullyConnected(),
        model.worstErrorToBound(),
        model.encodeNanos(),
        model.decodeNanos());
  }

  public Optional<LayerReport> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.layer().equals(id)).findFirst();
  }
}
