package org.weighbridge.cli.options;

import java.util.List;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import picocli.CommandLine.Option;

/** The coders among which a search may choose layer by layer. */
public final class MixOption {
  @Option(
      names = "--mix",
      paramLabel = "NAMES",
      order = 44,
      split = ",",
      description =
          "With --max-loss, let every layer have whichever of these coders serves it best, such as"
              + " sz,codebook,linear; a layer may also be left alone.")
  private List<String> coders = List.of();

  /**
   * Their ids; empty when nothing is to be mixed.
   *
   * @throws org.weighbridge.fault.Fault when there is no coder of a name
   */
  public List<String> coders() {
    return coders.stream().map(Codecs::byId).map(LayerCodec::id).distinct().toList();
  }
}
