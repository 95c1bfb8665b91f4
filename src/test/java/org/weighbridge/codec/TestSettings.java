package org.weighbridge.codec;

import java.util.Arrays;
import java.util.List;

/** What codecs of either kind of axis are asked for in tests. */
public final class TestSettings {
  private TestSettings() {}

  /** These bounds, of codecs that are asked for bounds; every step of the others. */
  public static List<Setting> of(LayerCodec codec, double... bounds) {
    return switch (codec.axis()) {
      case Axis.Bounds axis -> Arrays.stream(bounds).mapToObj(axis::at).toList();
      case Axis.Steps axis -> axis.steps().stream().map(step -> (Setting) step.setting()).toList();
    };
  }

  /** The same, but the finest, the first and the coarsest of many steps. */
  public static List<Setting> few(LayerCodec codec, double... bounds) {
    var all = of(codec, bounds);
    boolean many = codec.axis() instanceof Axis.Steps && all.size() > 4;
    return many ? List.of(all.getFirst(), codec.axis().start(), all.getLast()) : all;
  }

  /** What may be done to weights below the bound, of codecs that are asked for one. */
  public static List<BelowBound> belowBounds(LayerCodec codec) {
    return codec.axis() instanceof Axis.Bounds
        ? List.of(BelowBound.values())
        : List.of(BelowBound.KEEP);
  }

  /** This bound, or what the codec begins with. */
  public static Setting one(LayerCodec codec, double bound) {
    return codec.axis() instanceof Axis.Bounds axis ? axis.at(bound) : codec.axis().start();
  }
}
