package org.weighbridge.assessment;

import java.util.List;
import java.util.Optional;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.LayerId;

/**
 * What the tests of all layers found.
 *
 * @param baseline accuracy before any coding, on the same samples
 * @param curves one per layer, in network order; a curve may be empty
 * @param otherBytes size of the encoded file beside the layers' streams: header, graph, biases
 */
public record Assessment(Accuracy baseline, List<LayerCurve> curves, long otherBytes) {
  public Assessment {
    curves = List.copyOf(curves);
  }

  public Optional<LayerCurve> curve(LayerId layer) {
    return curves.stream().filter(curve -> curve.layer().equals(layer)).findFirst();
  }
}
