package org.weighbridge.cli.options;

import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import picocli.CommandLine.Option;

/** Which codecs and efforts to compare. */
public final class CodecChoice {
  @Option(
      names = "--codec",
      paramLabel = "NAME",
      completionCandidates = CodingOptions.Known.class,
      description = "This method only: ${COMPLETION-CANDIDATES}.")
  private Optional<String> codec = Optional.empty();

  @Option(
      names = "--effort",
      paramLabel = "E",
      completionCandidates = CodingOptions.Efforts.class,
      description = "This effort only: ${COMPLETION-CANDIDATES}.")
  private Optional<Effort> effort = Optional.empty();

  /**
   * One codec or all.
   *
   * @throws org.weighbridge.fault.Fault when there is none of the name given
   */
  public List<LayerCodec> codecs() {
    return codec.map(id -> List.of(Codecs.byId(id))).orElse(Codecs.bounded());
  }

  public List<Effort> efforts() {
    return effort.map(List::of).orElse(List.of(Effort.values()));
  }
}
