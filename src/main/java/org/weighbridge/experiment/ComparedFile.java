package org.weighbridge.experiment;

import java.util.List;
import org.weighbridge.codec.Promise;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * What a coder made of a network, measured on what its file decodes to.
 *
 * @param configuration what was chosen
 * @param file what encoding gave
 * @param leftAlone layers that might have been coded and were not, in network order
 * @param ratioFullyConnected 4 bytes × weights over bytes, of all fully connected layers that might
 *     have been coded; one that was left alone counts 4 bytes a weight. NaN without any
 * @param bitsPerKept 8 × bytes over the weights that were not zero, of all layers that might have
 *     been coded, counted in the same way
 * @param chosenLoss on the samples that the configuration was chosen by
 * @param before accuracy before coding, on the samples that are reported
 * @param after the same samples after decoding the file
 * @param throughput how fast the coded layers were encoded and decoded
 */
public record ComparedFile(
    Configuration configuration,
    MeasuredFile file,
    List<LayerId> leftAlone,
    double ratioFullyConnected,
    double bitsPerKept,
    Loss chosenLoss,
    Accuracy before,
    MeasuredAccuracy after,
    Throughput throughput) {
  public ComparedFile {
    leftAlone = List.copyOf(leftAlone);
  }

  static ComparedFile of(
      ComparisonPlan plan,
      EncodedModel model,
      Loss chosenLoss,
      Accuracy before,
      MeasuredAccuracy after,
      Throughput throughput) {
    var file = MeasuredFile.of(model);
    var layers = plan.layers().stream().map(id -> layer(plan.network(), id)).toList();
    var connected = layers.stream().filter(Layer::fullyConnected).toList();
    long kept = layers.stream().mapToLong(layer -> layer.weights().nonZeros()).sum();
    return new ComparedFile(
        model.configuration(),
        file,
        plan.layers().stream().filter(id -> file.layer(id).isEmpty()).toList(),
        connected.isEmpty() ? Double.NaN : (double) denseBytes(connected) / bytes(connected, file),
        kept == 0 ? Double.NaN : 8.0 * bytes(layers, file) / kept,
        chosenLoss,
        before,
        after,
        throughput);
  }

  private static Layer layer(Network network, LayerId id) {
    return network.layer(id).orElseThrow();
  }

  private static long denseBytes(List<Layer> layers) {
    return layers.stream().mapToLong(layer -> 4L * layer.weights().size()).sum();
  }

  private static long bytes(List<Layer> layers, MeasuredFile file) {
    return layers.stream()
        .mapToLong(
            layer ->
                file.layer(layer.id()).map(LayerReport::bytes).orElse(4L * layer.weights().size()))
        .sum();
  }

  /** Accuracy lost on the samples that are reported, in percentage points. */
  public double lossPoints() {
    return after.accuracy().lossPointsFrom(before);
  }

  /** The largest error of any weight. */
  public double maxError() {
    return file.layers().stream().mapToDouble(LayerReport::maxError).max().orElse(0);
  }

  /** What all coders that had a part in it promise. */
  public Promise promise() {
    return configuration.settings().keySet().stream()
        .map(layer -> configuration.codec(layer).promise())
        .max(Enum::compareTo)
        .orElse(Promise.BOUND);
  }
}
