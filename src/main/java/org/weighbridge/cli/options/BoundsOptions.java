package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.LayerValues;
import picocli.CommandLine.Option;

/** Where error bounds come from: one of these options. */
public final class BoundsOptions {
  @Option(
      names = {"--bound", "--bounds"},
      paramLabel = "X",
      converter = LayerText.Settings.class,
      description = {
        "Error bound of all layers, such as 0.01 (absolute), rel:0.001 (of the layer's value range)",
        "or psnr:60 (least signal-to-noise ratio in dB), or by layer, such as",
        "fc1.weight=0.02,fc2.weight=rel:0.01: layers not named are carried along unchanged.",
        "Codecs that keep no bound are asked for something else, such as bits:5; a layer may have a",
        "codec of its own, fc1.weight=codebook/bits:5."
      })
  private @Nullable LayerValues<CodedAs> bounds;

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

  /** What was chosen by hand, or in the session that stands in place of a model. */
  public Configuration configuration(Network network, CodingOptions coding) {
    var ofSession = coding.ofSession();
    if (config == null && bounds == null && ofSession.isPresent()) {
      return ofSession.get().withCoding(coding.over(ofSession.get().coding()));
    }
    var read = configured(coding);
    if (read.isPresent()) {
      return read.get();
    }
    var asked = coding.coding();
    var usual = new CodedAs(Optional.empty(), asked.layerCodec().axis().start());
    var settings = new LinkedHashMap<LayerId, Setting>();
    var coders = new LinkedHashMap<LayerId, String>();
    (bounds == null ? LayerValues.everywhere(usual) : bounds)
        .in(network)
        .forEach(
            (layer, as) -> {
              settings.put(layer, as.setting());
              as.coder().ifPresent(coder -> coders.put(layer, Codecs.byId(coder).id()));
            });
    return new Configuration(asked, settings, coders);
  }

  /** What {@code --config} says, if it is given. */
  Optional<Configuration> configured(CodingOptions coding) {
    if (config == null) {
      return Optional.empty();
    }
    var read =
        config.startsWith("{")
            ? ConfigurationFile.parse(config, "What --config says")
            : ConfigurationFile.read(Path.of(config));
    return Optional.of(read.withCoding(coding.over(read.coding())));
  }

  /** What {@code --bounds} says, if it is given. */
  Optional<LayerValues<CodedAs>> given() {
    return Optional.ofNullable(bounds);
  }
}
