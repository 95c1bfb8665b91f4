package org.weighbridge.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How layers are coded. */
public final class CodingOptions {
  /** What becomes of small tensors: none is lossless. */
  record SmallTensors(Optional<ErrorBound> bound) {
    static final class Converter implements ITypeConverter<SmallTensors> {
      @Override
      public SmallTensors convert(String text) {
        return new SmallTensors(
            text.equals("lossless") ? Optional.empty() : Optional.of(BoundText.parse(text)));
      }
    }
  }

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
      return lowerCase(Effort.values());
    }
  }

  /** What can become of weights below the bound, as it is typed. */
  static final class Fates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return lowerCase(BelowBound.values());
    }
  }

  private static Iterator<String> lowerCase(Enum<?>[] choices) {
    return Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).iterator();
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

  @Option(
      names = "--below-bound",
      paramLabel = "FATE",
      order = 12,
      completionCandidates = Fates.class,
      description =
          "Weights that are not zero but within the bound of it: ${COMPLETION-CANDIDATES}"
              + " (default: drop).")
  private Optional<BelowBound> belowBound = Optional.empty();

  @Option(
      names = "--small-tensors",
      paramLabel = "X",
      order = 13,
      converter = SmallTensors.Converter.class,
      description =
          "Biases and parameters of normalizations: lossless (default), or an error bound such as"
              + " 0.001, rel:0.001, psnr:60.")
  private @Nullable SmallTensors smallTensors;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  /**
   * What the user asked for, the rest as in a session that is named, or by default.
   *
   * @throws org.weighbridge.fault.Fault when there is no codec of this name
   */
  public Coding coding() {
    return over(ofSession().map(Configuration::coding).orElse(Coding.DEFAULT));
  }

  /** Whether the user named a codec. */
  public boolean namesCodec() {
    return codec.isPresent();
  }

  /** The configuration of the session that stands in place of a model. */
  public Optional<Configuration> ofSession() {
    return SessionModel.of(mixee).map(session -> session.state().choices().configuration());
  }

  /** What the user asked for, the rest as in {@code unlessGiven}. */
  Coding over(Coding unlessGiven) {
    return new Coding(
        Codecs.byId(codec.orElse(unlessGiven.codec())).id(),
        effort.orElse(unlessGiven.effort()),
        belowBound.orElse(unlessGiven.belowBound()),
        smallTensors == null ? unlessGiven.smallTensors() : smallTensors.bound());
  }
}
