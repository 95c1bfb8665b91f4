package org.weighbridge.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighbridge.codec.bloomier.BloomierCodec;
import org.weighbridge.codec.codebook.CodebookCodec;
import org.weighbridge.codec.csr.Csr;
import org.weighbridge.codec.csr.RelativeCsr;
import org.weighbridge.codec.exact.ExactCodec;
import org.weighbridge.codec.half.HalfCodec;
import org.weighbridge.codec.linear.LinearCodec;
import org.weighbridge.codec.lowrank.LowRankCodec;
import org.weighbridge.codec.sz.SzCodecs;
import org.weighbridge.codec.zfp.ZfpCodec;
import org.weighbridge.fault.Fault;

/** Every codec there is. A new method is registered here and nowhere else. */
public final class Codecs {
  /** The id of the codec that is used unless the user asks for another. */
  public static final String DEFAULT = "sz";

  private static final List<LayerCodec> ALL =
      List.of(
          SzCodecs.sz(),
          SzCodecs.deepSz(),
          ZfpCodec.zfp(),
          LinearCodec.linear(),
          HalfCodec.fp16(),
          HalfCodec.bf16(),
          ExactCodec.zstd(),
          ExactCodec.byteGroups(),
          ExactCodec.deflate(),
          new RelativeCsr(),
          new Csr(),
          CodebookCodec.original(),
          new BloomierCodec(),
          new LowRankCodec());

  private Codecs() {}

  public static List<LayerCodec> all() {
    return ALL;
  }

  /** Those that are asked for an error bound, and keep it. */
  public static List<LayerCodec> bounded() {
    return ALL.stream().filter(codec -> codec.promise() == Promise.BOUND).toList();
  }

  /** What people call the codec of that id; the id itself when there is none. */
  public static String label(String id) {
    try {
      return byId(id).label();
    } catch (Fault unknown) {
      return id;
    }
  }

  /**
   * The codec of that id, with the options behind it in any order: {@code linear+channel}.
   *
   * @throws Fault when there is none, or it has no such option, or two of them exclude each other
   */
  public static LayerCodec byId(String id) {
    var parts = List.of(id.split("\\+", -1));
    var options = parts.subList(1, parts.size());
    var codec = with(family(parts.getFirst()), options);
    refuseContradictions(codec, options);
    return codec;
  }

  /**
   * The codec with another choice from a group of its {@link LayerCodec#options}.
   *
   * @param wanted one of the group; empty for none of it
   * @throws Fault when the codec has no such option
   */
  public static LayerCodec choose(LayerCodec codec, List<String> group, String wanted) {
    var options = new ArrayList<>(codec.chosen());
    options.removeAll(group);
    if (!wanted.isEmpty()) {
      options.add(wanted);
    }
    return with(family(codec.family()), options);
  }

  private static LayerCodec with(LayerCodec codec, List<String> options) {
    var changed = codec;
    for (var option : options) {
      changed = changed.with(option);
    }
    return changed;
  }

  private static void refuseContradictions(LayerCodec codec, List<String> options) {
    if (Set.copyOf(options).size() < options.size()) {
      throw new Fault(
          "\"%s\" has an option twice; say each once."
              .formatted(codec.family() + "+" + String.join("+", options)));
    }
    for (var group : codec.options()) {
      var chosen = options.stream().filter(group::contains).toList();
      if (chosen.size() > 1) {
        throw new Fault(
            "%s cannot be %s at the same time; choose one of: %s."
                .formatted(codec.family(), String.join(" and ", chosen), String.join(", ", group)));
      }
    }
  }

  private static LayerCodec family(String id) {
    return ALL.stream()
        .filter(codec -> codec.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    "There is no codec \"%s\"; choose one of: %s."
                        .formatted(
                            id,
                            ALL.stream().map(LayerCodec::id).collect(Collectors.joining(", ")))));
  }
}
