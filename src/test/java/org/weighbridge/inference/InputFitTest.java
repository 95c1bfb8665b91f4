package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Preprocessing.Layout;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.network.NetworkInput;
import org.weighbridge.network.TestModels;

class InputFitTest {
  private static final Network ANY = TestModels.mlp(1, 8, 5);

  private static InputFit fit(int[] wanted, int... sample) {
    var dims = IntStream.of(wanted).boxed().toList();
    var network =
        new Network(
            ANY.name(),
            ANY.model(),
            ANY.layers(),
            ANY.smallTensors(),
            new NetworkInput("input", dims),
            ANY.output(),
            ANY.parameters(),
            ANY.hash());
    return InputFit.of(network, RandomSamples.of(1, 1, 2, sample), Preprocessing.unitInterval());
  }

  private static int[] wants(int... dims) {
    return dims;
  }

  @Test
  void reinterpretsSamplesOfTheSameSize() {
    assertArrayEquals(new long[] {5, 1, 28, 28}, fit(wants(-1, 1, 28, 28), 1, 28, 28).dims(5));
    assertArrayEquals(new long[] {5, 784}, fit(wants(-1, 784), 1, 28, 28).dims(5));
    assertArrayEquals(new long[] {1, 784, 1}, fit(wants(1, 784, 1), 1, 28, 28).dims(1));
    assertArrayEquals(new long[] {5, 28, 28, 1}, fit(wants(-1, 28, 28, 1), 1, 28, 28).dims(5));
    assertArrayEquals(new long[] {5, 3, 32, 32}, fit(wants(-1, 3, 32, 32), 3072).dims(5));
  }

  @Test
  void keepsAFixedBatch() {
    assertEquals(1, fit(wants(1, 784, 1), 1, 28, 28).fixedBatch());
    assertEquals(32, fit(wants(32, 1, 28, 28), 1, 28, 28).fixedBatch());
    assertEquals(-1, fit(wants(-1, 784), 1, 28, 28).fixedBatch());
  }

  @Test
  void feedsSingleSamplesWhereThereIsNoBatch() {
    InputFit fit = fit(wants(28, 28), 1, 28, 28);
    assertEquals(1, fit.fixedBatch());
    assertArrayEquals(new long[] {28, 28}, fit.dims(1));
  }

  @Test
  void fillsOpenDimensions() {
    assertArrayEquals(new long[] {2, 3, 32, 32}, fit(wants(-1, 3, -1, -1), 3, 32, 32).dims(2));
    assertArrayEquals(new long[] {2, 784}, fit(wants(-1, -1), 1, 28, 28).dims(2));
  }

  @Test
  void takesTheLayoutFromTheGraph() {
    assertEquals(Layout.NHWC, fit(wants(-1, 32, 32, 3), 3, 32, 32).preprocessing().layout());
    assertEquals(Layout.NCHW, fit(wants(-1, 3, 32, 32), 3, 32, 32).preprocessing().layout());
  }

  @Test
  void refusesOtherSizes() {
    for (int[] wanted :
        List.of(
            wants(-1, 1, 28, 28), wants(-1, 3, -1, -1), wants(-1, 1000, -1), wants(), wants(5))) {
      Fault fault = assertThrows(Fault.class, () -> fit(wanted, 1, 32, 32));
      assertEquals(1, fault.sentence().lines().count());
    }
    assertEquals(
        "The network wants 3 × any × any, but the samples of noise are 1 × 32 × 32; choose the data"
            + " set that it was trained on.",
        assertThrows(Fault.class, () -> fit(wants(-1, 3, -1, -1), 1, 32, 32)).sentence());
  }
}
