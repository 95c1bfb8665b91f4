package org.weighbridge.gui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Psnr;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ProgressState;
import org.weighbridge.job.TrackedProgress;

class ErrorSideTest {
  private static final long SEED = 20261122;
  private static final Progress NONE = Progress.none();

  private static float[] layer(int size) {
    var random = new Random(SEED);
    var weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = i % 4 == 0 ? (float) random.nextGaussian() : 0; // three of four pruned
    }
    return weights;
  }

  @Test
  void countsKeptWeightsOnlyAndEveryOneOfThem() {
    float[] original = layer(4000);
    var bins = ErrorBins.reaching(0.1, 0.3);
    var side = ErrorSide.of("", "", original, i -> original[i] + 0.05f, i -> true, bins, NONE);
    assertEquals(1000, side.weights());
    assertEquals(1000, Arrays.stream(side.counts()).sum() + side.beyond());
    assertEquals(0, side.outside());
    assertEquals(0.05, side.maxError(), 1e-6);
  }

  @Test
  void theSignalToNoiseRatioIsThatOfTheProgram() {
    float[] original = layer(4000);
    var random = new Random(SEED);
    var decoded = original.clone();
    for (int i = 0; i < decoded.length; i += 4) {
      decoded[i] += 0.2f * (random.nextFloat() - 0.5f);
    }
    var side =
        ErrorSide.of("", "", original, i -> decoded[i], i -> true, new ErrorBins(0.1, 30), NONE);
    assertEquals(Psnr.of(original, decoded), side.psnr(), 1e-9, "seed " + SEED);
  }

  @Test
  void whatBreaksTheBoundIsOutsideAndWhatJustKeepsItIsNot() {
    float[] original = {1, 1, 1, 1, 0};
    float[] decoded = {1.25f, 0.75f, 1.5f, 9, 3};
    var bins = ErrorBins.reaching(0.25, 8);
    var side = ErrorSide.of("", "", original, i -> decoded[i], i -> true, bins, NONE);
    double[] edges = bins.edges();
    double inside = 0;
    for (int i = 0; i < side.counts().length; i++) {
      inside += edges[i] >= -0.25 && edges[i + 1] <= 0.25 ? side.counts()[i] : 0;
    }
    assertEquals(2, inside, "exactly at the bound");
    assertEquals(0.5, side.outside());
    assertEquals(1, side.beyond());
    assertEquals(8, side.maxError());
  }

  @Test
  void manyWeightsAreSampledEvenly() {
    var original = new float[50_000];
    for (int i = 0; i < original.length; i++) {
      original[i] = i + 1;
    }
    var side =
        ErrorSide.of("", "", original, i -> original[i], i -> true, new ErrorBins(1, 23), NONE);
    assertTrue(side.sampled());
    assertTrue(side.original().length <= ErrorSide.MOST_POINTS);
    assertEquals(1, side.original()[0]);
    assertTrue(side.original()[side.original().length - 1] > 49_990);
    assertEquals(Double.POSITIVE_INFINITY, side.psnr());
  }

  @Test
  void countingStopsWhenItIsNotWantedAnyMore() {
    var token = new CancelToken();
    token.cancel();
    var progress = new TrackedProgress(token, (ProgressState state) -> {});
    assertThrows(
        CancellationException.class,
        () -> ErrorSide.maxError(layer(100), i -> 0, i -> true, progress));
  }
}
