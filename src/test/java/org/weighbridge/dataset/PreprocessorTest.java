package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Preprocessing.Channels;
import org.weighbridge.dataset.Preprocessing.Layout;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

class PreprocessorTest {
  private static final byte[] TWELVE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 200};

  private static Dataset pictures(int count, int channels, byte[] values) {
    int side = values.length / count / channels / 2;
    var samples = new ByteSamples(Shape.of(channels, 2, side), count, values);
    return new SampleSet("pictures", Split.TEST, samples, null);
  }

  private static Preprocessing raw(Layout layout, Channels channels) {
    return new Preprocessing(1, List.of(0.0), List.of(1.0), layout, channels);
  }

  private static float[] filled(Dataset data, Preprocessing preprocessing) {
    var preprocessor = new Preprocessor(data, preprocessing);
    float[] all = new float[data.size() * preprocessor.sampleSize()];
    preprocessor.fill(0, data.size(), all, 0);
    return all;
  }

  @Test
  void computesInFloat32InTheStatedOrder() {
    var preprocessing =
        new Preprocessing(
            0.00392156862745098, List.of(0.1307), List.of(0.3081), Layout.NCHW, Channels.GRAY);
    float[] ready = filled(pictures(3, 1, TWELVE), preprocessing);
    for (int i = 0; i < TWELVE.length; i++) {
      float scaled = (TWELVE[i] & 0xff) * 0.003921569f;
      assertEquals((scaled - 0.1307f) / 0.3081f, ready[i]);
    }
  }

  @Test
  void channelsHaveTheirOwnConstants() {
    var preprocessing =
        new Preprocessing(
            2, List.of(0.0, 1.0, 2.0), List.of(1.0, 2.0, 4.0), Layout.NCHW, Channels.RGB);
    assertArrayEquals(
        new float[] {0, 2, 4, 6, 3.5f, 4.5f, 5.5f, 6.5f, 3.5f, 4, 4.5f, 99.5f},
        filled(pictures(1, 3, TWELVE), preprocessing));
  }

  @Test
  void layoutAndChannelOrder() {
    Dataset data = pictures(1, 3, TWELVE);
    assertArrayEquals(
        new float[] {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 200},
        filled(data, raw(Layout.NHWC, Channels.RGB)));
    assertArrayEquals(
        new float[] {8, 9, 10, 200, 4, 5, 6, 7, 0, 1, 2, 3},
        filled(data, raw(Layout.NCHW, Channels.BGR)));
    assertArrayEquals(
        new float[] {8, 4, 0, 9, 5, 1, 10, 6, 2, 200, 7, 3},
        filled(data, raw(Layout.NHWC, Channels.BGR)));
  }

  @Test
  void buffersGetTheSameAsArrays() {
    Dataset data = pictures(500, 1, DataFiles.random(1, 500 * 6));
    var preprocessor = new Preprocessor(data, Preprocessing.unitInterval());
    float[] array = new float[300 * 6];
    preprocessor.fill(100, 300, array, 0);
    var buffer = FloatBuffer.allocate(310 * 6).position(7);
    preprocessor.fill(100, 300, buffer);
    assertEquals(7, buffer.position());
    for (int i = 0; i < array.length; i++) {
      assertEquals(array[i], buffer.get(7 + i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> preprocessor.fill(201, 300, array, 0));
  }

  @Test
  void refusesConstantsForOtherChannels() {
    var three =
        new Preprocessing(1, List.of(0.0, 0.0, 0.0), List.of(1.0), Layout.NCHW, Channels.RGB);
    var fault = assertThrows(Fault.class, () -> new Preprocessor(pictures(1, 1, TWELVE), three));
    assertTrue(fault.sentence().contains("3 values of mean"), fault.sentence());
  }
}
