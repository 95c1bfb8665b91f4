package org.weighbridge.cli.options;

import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  /**
   * Refuses a choice of coders where nothing is searched for.
   *
   * @param maxLoss the loss that is searched for, if any
   * @throws ParameterException when there is none
   */
  public void onlyFor(Optional<Double> maxLoss) {
    if (!coders.isEmpty() && maxLoss.isEmpty()) {
      throw new ParameterException(
          mixee.commandLine(),
          "--mix has a search choose among coders: give --max-loss, too; or name a layer's coder in"
              + " --bounds, such as fc1.weight=codebook/bits:5.");
    }
  }

  /**
   * Their ids; empty when nothing is to be mixed.
   *
   * @throws org.weighbridge.fault.Fault when there is no coder of a name
   */
  public List<String> coders() {
    return coders.stream().map(Codecs::byId).map(LayerCodec::id).distinct().toList();
  }
}
