package org.weighbridge.gui.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.weighbridge.assessment.CurveModel;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * What the assessed curves say of a configuration before anybody encodes it.
 *
 * @param layers loss and size of each layer that has been assessed on both sides of its bound
 * @param complete whether all coded layers have been
 * @param lossPoints sum of the layers' losses in percentage points, on the validation split
 * @param bytes size of the whole encoded file; empty while that of what is not coded is unknown
 */
public record Prediction(
    Map<LayerId, OfLayer> layers, boolean complete, double lossPoints, OptionalLong bytes) {
  private static final double ROUNDING = 1e-9;

  /** Predicted loss in percentage points and size in bytes of one layer. */
  public record OfLayer(double lossPoints, long bytes) {}

  static Prediction of(
      Function<LayerId, Optional<LayerCurve>> curves,
      Configuration configuration,
      OptionalLong otherBytes) {
    var layers = new LinkedHashMap<LayerId, OfLayer>();
    for (LayerId layer : configuration.settings().keySet()) {
      double place = configuration.place(layer).orElse(Double.NaN);
      curves
          .apply(layer)
          .filter(curve -> spans(curve, place))
          .ifPresent(
              curve ->
                  layers.put(
                      layer,
                      new OfLayer(
                          CurveModel.lossAt(curve, place), CurveModel.bytesAt(curve, place))));
    }
    long coded = layers.values().stream().mapToLong(OfLayer::bytes).sum();
    return new Prediction(
        layers,
        layers.size() == configuration.settings().size(),
        layers.values().stream().mapToDouble(OfLayer::lossPoints).sum(),
        otherBytes.isPresent()
            ? OptionalLong.of(otherBytes.getAsLong() + coded)
            : OptionalLong.empty());
  }

  /** Beyond the assessed points the loss may be anything: there is nothing to predict it from. */
  private static boolean spans(LayerCurve curve, double place) {
    var points = curve.points();
    return !points.isEmpty()
        && place >= points.getFirst().place() * (1 - ROUNDING)
        && place <= points.getLast().place() * (1 + ROUNDING);
  }

  /** The loss, once all coded layers have been assessed. */
  OptionalDouble loss() {
    return complete ? OptionalDouble.of(lossPoints) : OptionalDouble.empty();
  }

  public Optional<OfLayer> layer(LayerId id) {
    return Optional.ofNullable(layers.get(id));
  }
}
