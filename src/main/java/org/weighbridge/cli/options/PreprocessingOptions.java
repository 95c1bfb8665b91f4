package org.weighbridge.cli.options;

import java.util.List;
import java.util.Optional;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Preprocessing.Channels;
import org.weighbridge.dataset.Preprocessing.Layout;
import picocli.CommandLine.Option;

/** Preprocessing by hand, for models without a sidecar. */
final class PreprocessingOptions {
  @Option(
      names = "--scale",
      paramLabel = "X",
      order = 30,
      description = "Preprocessing: (value * scale - mean) / std; 1/255 unless the sidecar says.")
  private Optional<Double> scale;

  @Option(
      names = "--mean",
      paramLabel = "M",
      order = 31,
      split = ",",
      description = "One number, or one per channel.")
  private List<Double> mean;

  @Option(
      names = "--std",
      paramLabel = "S",
      order = 32,
      split = ",",
      description = "One number, or one per channel.")
  private List<Double> std;

  @Option(
      names = "--layout",
      paramLabel = "L",
      order = 33,
      description = "Order of the input: ${COMPLETION-CANDIDATES}.")
  private Optional<Layout> layout;

  @Option(
      names = "--channels",
      paramLabel = "C",
      order = 34,
      description = "Colours of the input: ${COMPLETION-CANDIDATES}.")
  private Optional<Channels> channels;

  /** The given preprocessing with what the options say in its place. */
  Preprocessing over(Preprocessing given) {
    return new Preprocessing(
        scale.orElse(given.scale()),
        mean == null ? given.mean() : mean,
        std == null ? given.std() : std,
        layout.orElse(given.layout()),
        channels.orElse(given.channels()));
  }
}
