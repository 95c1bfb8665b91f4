package org.weighbridge.training.gradient;

import java.util.Arrays;

/**
 * How the windows of a convolution or pooling lie in an image, per spatial axis.
 *
 * @param image the sizes of what they lie in
 * @param count how many there are
 * @param kernel values of a window
 * @param before zeros before the first value; those behind the last follow from the rest
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Windows(
    long[] image, long[] count, long[] kernel, long[] strides, long[] dilations, long[] before) {
  /**
   * Of a node with ONNX's usual attributes.
   *
   * @param kernel as the weights have it; the node's attribute where empty
   */
  static Windows of(GraphNode node, GraphBuilder graph, long... kernel) {
    long[] x = graph.shape(node.input(0));
    long[] y = graph.shape(node.output());
    int axes = x.length - 2;
    long[] image = Arrays.copyOfRange(x, 2, x.length);
    long[] count = Arrays.copyOfRange(y, 2, y.length);
    long[] sizes = kernel.length > 0 ? kernel : node.integers("kernel_shape", axes, 1);
    long[] strides = node.integers("strides", axes, 1);
    long[] dilations = node.integers("dilations", axes, 1);
    long[] pads = Arrays.copyOf(node.integers("pads", 2 * axes, 0), axes);
    String auto = node.text("auto_pad", "NOTSET");
    for (int i = 0; i < axes && auto.startsWith("SAME"); i++) {
      long covered = (count[i] - 1) * strides[i] + (sizes[i] - 1) * dilations[i] + 1;
      long sum = Math.max(0, covered - image[i]);
      pads[i] = auto.equals("SAME_LOWER") ? sum - sum / 2 : sum / 2;
    }
    return new Windows(image, count, sizes, strides, dilations, pads);
  }

  int axes() {
    return image.length;
  }

  /** How far the windows reach beyond the last value; negative where they do not get there. */
  long behind(int axis) {
    long covered = (count[axis] - 1) * strides[axis] + (kernel[axis] - 1) * dilations[axis] + 1;
    return covered - before[axis] - image[axis];
  }

  /** Values per window. */
  long size() {
    return Arrays.stream(kernel).reduce(1, (a, b) -> a * b);
  }

  /** Windows per image. */
  long places() {
    return Arrays.stream(count).reduce(1, (a, b) -> a * b);
  }

  /** Whether no two windows share a value. */
  boolean apart() {
    for (int i = 0; i < axes(); i++) {
      if (strides[i] < (kernel[i] - 1) * dilations[i] + 1) {
        return false;
      }
    }
    return true;
  }

  /** ONNX's order: all begins, then all ends. Ends are cut at 0. */
  long[] pads() {
    long[] pads = Arrays.copyOf(before, 2 * axes());
    for (int i = 0; i < axes(); i++) {
      pads[axes() + i] = Math.max(0, behind(i));
    }
    return pads;
  }

  /** What is left of the image behind the last window. */
  long[] rest() {
    long[] rest = new long[axes()];
    for (int i = 0; i < axes(); i++) {
      rest[i] = Math.max(0, -behind(i));
    }
    return rest;
  }
}
