package org.weighbridge.gui.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.CurveModel;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * What the assessed curves say of a configuration before anybody encodes it.
 *
 * @param layers loss and size of each layer that has been assessed
 * @param complete whether all coded layers have been
 * @param lossPoints sum of the layers' losses in percentage points, on the validation split
 * @param bytes size of the whole encoded file
 */
public record Prediction(
    Map<LayerId, OfLayer> layers, boolean complete, double lossPoints, long bytes) {
  /** Predicted loss in percentage points and size in bytes of one layer. */
  public record OfLayer(double lossPoints, long bytes) {}

  static Prediction of(Assessment assessment, Configuration configuration) {
    var layers = new LinkedHashMap<LayerId, OfLayer>();
    configuration
        .bounds()
        .forEach(
            (layer, bound) ->
                assessment
                    .curve(layer)
                    .filter(curve -> !curve.points().isEmpty())
                    .ifPresent(
                        curve ->
                            layers.put(
                                layer,
                                new OfLayer(
                                    CurveModel.lossAt(curve, bound.value()),
                                    CurveModel.bytesAt(curve, bound.value())))));
    return new Prediction(
        layers,
        layers.size() == configuration.bounds().size(),
        layers.values().stream().mapToDouble(OfLayer::lossPoints).sum(),
        assessment.otherBytes() + layers.values().stream().mapToLong(OfLayer::bytes).sum());
  }

  public Optional<OfLayer> layer(LayerId id) {
    return Optional.ofNullable(layers.get(id));
  }
}
