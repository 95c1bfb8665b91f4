package org.weighbridge.dataset;

import java.util.List;

/**
 * What happens to a sample before the network sees it: {@code x = (value × scale - mean[c]) /
 * std[c]}, computed in float32 in this order; {@link Preprocessor} does it.
 *
 * @param scale factor of every value
 * @param mean per channel in the network's order, or one for all
 * @param std per channel in the network's order, or one for all; never zero
 * @param layout order of the network's input
 * @param channels order of the network's colour channels
 */
public record Preprocessing(
    double scale, List<Double> mean, List<Double> std, Layout layout, Channels channels) {
  /** Order of dimensions. */
  public enum Layout {
    NCHW,
    NHWC
  }

  /** Order of colour channels. */
  public enum Channels {
    GRAY,
    RGB,
    BGR
  }

  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (!Double.isFinite(scale) || !mean.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("scale and mean must be finite");
    }
    if (!std.stream().allMatch(s -> Double.isFinite(s) && s.floatValue() != 0f)) {
      throw new IllegalArgumentException("std must be finite and not zero");
    }
    if (mean.isEmpty() || std.isEmpty()) {
      throw new IllegalArgumentException("mean and std need at least one value");
    }
  }

  /** Pixels 0 to 255 mapped to 0 to 1, nothing else. */
  public static Preprocessing unitInterval() {
    return new Preprocessing(1 / 255.0, List.of(0.0), List.of(1.0), Layout.NCHW, Channels.GRAY);
  }
}
