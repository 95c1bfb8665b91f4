package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.Option;

/** Where error bounds come from: one of these options. */
public final class BoundsOptions {
  /** The absolute bound of every layer when nobody chooses one. */
  public static final double DEFAULT_BOUND = 1e-3;

  @Option(
      names = {"--bound", "--bounds"},
      paramLabel = "X",
      converter = LayerValues.Converter.class,
      description = {
        "Absolute error bound of all layers, such as 0.01, or by layer, such as",
        "fc1.weight=0.02,fc2.weight=0.03: layers not named are carried along unchanged."
      })
  private @Nullable LayerValues bounds;

  @Option(
      names = "--max-loss",
      paramLabel = "P",
      description = "Have bounds chosen: the smallest file within this loss in points.")
  private @Nullable Double maxLoss;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Bounds and coding options as optimize -o wrote them.")
  private @Nullable Path config;

  /** The budget of a search in percentage points, if bounds are to be searched. */
  public Optional<Double> maxLoss() {
    return Optional.ofNullable(maxLoss);
  }

  /** What was chosen by hand. */
  public Configuration configuration(Network network, CodingOptions coding) {
    if (config != null) {
      var read = ConfigurationFile.read(config);
      return read.withCoding(coding.over(read.coding()));
    }
    var everywhere = new LayerValues(OptionalDouble.of(DEFAULT_BOUND), Map.of());
    var chosen = new LinkedHashMap<LayerId, ErrorBound>();
    (bounds == null ? everywhere : bounds)
        .in(network)
        .forEach(
            (layer, bound) -> {
              if (!(bound > 0) || bound.isInfinite()) {
                throw new Fault(
                    "The error bound of %s is %s; give a positive number.".formatted(layer, bound));
              }
              chosen.put(layer, ErrorBound.absolute(bound));
            });
    return new Configuration(coding.coding(), chosen);
  }
}
