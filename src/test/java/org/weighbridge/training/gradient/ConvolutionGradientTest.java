package org.weighbridge.training.gradient;

import static org.weighbridge.training.gradient.SmallNetwork.integer;
import static org.weighbridge.training.gradient.SmallNetwork.integers;
import static org.weighbridge.training.gradient.SmallNetwork.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.network.Network;

/** The second convolution is the one in question: its image wants a gradient, too. */
class ConvolutionGradientTest {
  private static final long SEED = 12;

  private static SmallNetwork begin() {
    var net = new SmallNetwork(SEED, 13, 2, 7, 8);
    net.then(
        "Conv",
        List.of(net.weights(0.5, 4, 2, 3, 3), net.weights(0.2, 4)),
        integers("pads", 1L, 1L, 1L, 1L));
    return net; // 4 x 7 x 8
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 1, 1, 1, 0, 0, 0, 0, 1, 6 , 5, 6",
    "3, 2, 1, 1, 1, 1, 0, 1, 1, 1, 6 , 7, 8",
    "3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 6 , 4, 4",
    "2, 3, 2, 3, 1, 0, 0, 0, 0, 1, 6 , 3, 2",
    "3, 3, 1, 1, 2, 2, 2, 2, 2, 1, 6 , 7, 8",
    "3, 3, 1, 1, 1, 1, 1, 1, 1, 2, 6 , 7, 8",
    "3, 3, 2, 1, 1, 1, 1, 1, 1, 4, 4 , 4, 8",
    "1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 6 , 7, 8",
    "1, 1, 2, 2, 1, 0, 0, 0, 0, 2, 6 , 4, 4",
  })
  void convolution(
      int kh,
      int kw,
      long sh,
      long sw,
      long dilation,
      long top,
      long left,
      long bottom,
      long right,
      int groups,
      int filters,
      int height,
      int width) {
    var net = begin();
    net.then(
        "Conv",
        List.of(net.weights(0.4, filters, 4 / groups, kh, kw), net.weights(0.2, filters)),
        integers("strides", sh, sw),
        integers("dilations", dilation, dilation),
        integers("pads", top, left, bottom, right),
        integer("group", groups));
    check(net, net.classifier(filters * height * width));
  }

  @ParameterizedTest
  @CsvSource({"SAME_UPPER, 4, 4", "SAME_LOWER, 4, 4", "VALID, 3, 3"})
  void padsFoundByTheGraph(String autoPad, int height, int width) {
    var net = begin();
    net.then(
        "Conv",
        List.of(net.weights(0.4, 3, 4, 2, 3)),
        integers("strides", 2L, 2L),
        text("auto_pad", autoPad));
    check(net, net.classifier(3 * height * width));
  }

  @Test
  void oneAxis() {
    var net = new SmallNetwork(SEED, 13, 2, 9);
    net.then("Conv", List.of(net.weights(0.5, 3, 2, 3)), integers("pads", 1L, 1L)).then("Tanh");
    net.then("Conv", List.of(net.weights(0.5, 4, 3, 3)), integers("strides", 2L));
    check(net, net.classifier(16));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 0, 0, 3, 4",
    "3, 2, 0, 0, 3, 3",
    "3, 2, 1, 0, 4, 4",
    "3, 1, 1, 0, 7, 8",
    "3, 2, 0, 1, 3, 4",
    "2, 3, 0, 0, 2, 3",
  })
  void maxima(long kernel, long stride, long pad, int ceil, int height, int width) {
    var net = begin();
    net.then(
        "MaxPool",
        integers("kernel_shape", kernel, kernel),
        integers("strides", stride, stride),
        integers("pads", pad, pad, pad, pad),
        integer("ceil_mode", ceil));
    check(net, net.classifier(4 * height * width));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 0, 0, 3, 4",
    "3, 2, 1, 0, 4, 4",
    "3, 2, 1, 1, 4, 4",
    "3, 1, 1, 0, 7, 8",
    "2, 3, 0, 0, 2, 3",
  })
  void means(long kernel, long stride, long pad, int padsCount, int height, int width) {
    var net = begin();
    net.then(
        "AveragePool",
        integers("kernel_shape", kernel, kernel),
        integers("strides", stride, stride),
        integers("pads", pad, pad, pad, pad),
        integer("count_include_pad", padsCount));
    check(net, net.classifier(4 * height * width));
  }

  @Test
  void meansOfHalfCoveredWindows() {
    var net = begin();
    net.then(
        "AveragePool",
        integers("kernel_shape", 3L, 3L),
        integers("strides", 2L, 2L),
        integer("ceil_mode", 1));
    check(net, net.classifier(4 * 3 * 4));
  }

  @Test
  void meansOfImages() {
    var net = begin();
    net.then("Relu").then("GlobalAveragePool");
    check(net, net.classifier(4));
  }

  private static void check(SmallNetwork net, Network network) {
    NumericalCheck.check(network, net.sampleSize(), Normalization.FROZEN, SEED);
  }
}
