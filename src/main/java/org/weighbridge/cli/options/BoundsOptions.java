package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.network.Network;
import picocli.CommandLine.Option;

/** Where error bounds come from: one of these options. */
public final class BoundsOptions {
  /** The absolute bound of every layer when nobody chooses one. */
  public static final double DEFAULT_BOUND = 1e-3;

  @Option(
      names = {"--bound", "--bounds"},
      paramLabel = "X",
      converter = LayerValues.Bounds.class,
      description = {
        "Error bound of all layers, such as 0.01 (absolute), rel:0.001 (of the layer's value range)",
        "or psnr:60 (least signal-to-noise ratio in dB), or by layer, such as",
        "fc1.weight=0.02,fc2.weight=rel:0.01: layers not named are carried along unchanged."
      })
  private @Nullable LayerValues<ErrorBound> bounds;

  @Option(
      names = "--max-loss",
      paramLabel = "P",
      description = "Have bounds chosen: the smallest file within this loss in points.")
  private @Nullable Double maxLoss;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Bounds and coding options as optimize -o wrote them: the file, or its JSON itself.")
  private @Nullable String config;

  /** The budget of a search in percentage points, if bounds are to be searched. */
  public Optional<Double> maxLoss() {
    return Optional.ofNullable(maxLoss);
  }

  /** What was chosen by hand. */
  public Configuration configuration(Network network, CodingOptions coding) {
    if (config != null) {
      var read =
          config.startsWith("{")
              ? ConfigurationFile.parse(config, "What --config says")
              : ConfigurationFile.read(Path.of(config));
      return read.withCoding(coding.over(read.coding()));
    }
    var everywhere = LayerValues.everywhere(ErrorBound.absolute(DEFAULT_BOUND));
    return new Configuration(coding.coding(), (bounds == null ? everywhere : bounds).in(network));
  }
}
