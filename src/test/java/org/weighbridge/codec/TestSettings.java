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

  /** This bound, or what the codec begins with. */
  public static Setting one(LayerCodec codec, double bound) {
    return codec.axis() instanceof Axis.Bounds axis ? axis.at(bound) : codec.axis().start();
  }
}
