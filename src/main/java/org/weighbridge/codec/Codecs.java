package org.weighbridge.codec;

import java.util.List;
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
   * The codec of that id, with the options behind it: {@code linear+channel}.
   *
   * @throws Fault when there is none, or it has no such option
   */
  public static LayerCodec byId(String id) {
    String[] parts = id.split("\\+", -1);
    var codec = family(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      codec = codec.with(parts[i]);
    }
    return codec;
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
