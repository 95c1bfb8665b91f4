package org.weighbridge.cli.options;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import picocli.CommandLine.Option;

/** How layers are coded. */
public final class CodingOptions {
  /** The codecs there are, for the help. */
  static final class Known implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Codecs.all().stream().map(LayerCodec::id).iterator();
    }
  }

  /** The efforts as they are typed. */
  static final class Efforts implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(Effort.values()).stream()
          .map(effort -> effort.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }

  @Option(
      names = "--codec",
      paramLabel = "NAME",
      order = 10,
      completionCandidates = Known.class,
      description = "The compression method: ${COMPLETION-CANDIDATES}.")
  private Optional<String> codec = Optional.empty();

  @Option(
      names = "--effort",
      paramLabel = "E",
      order = 11,
      completionCandidates = Efforts.class,
      description = "How hard it tries: ${COMPLETION-CANDIDATES}.")
  private Optional<Effort> effort = Optional.empty();

  /** The codec's id; the default one unless the user named one. */
  public String codec() {
    return codec(Codecs.DEFAULT);
  }

  /**
   * The codec's id.
   *
   * @throws org.weighbridge.fault.Fault when there is none of this name
   */
  public String codec(String unlessGiven) {
    return Codecs.byId(codec.orElse(unlessGiven)).id();
  }

  public Effort effort() {
    return effort(Effort.BALANCED);
  }

  public Effort effort(Effort unlessGiven) {
    return effort.orElse(unlessGiven);
  }
}
