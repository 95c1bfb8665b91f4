package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.lossless.Raw;
import org.weighbridge.codec.lossless.StreamedSection;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

/** Small files that say they hold much: none takes memory for it, all end in a sentence. */
class ExpandingFilesTest {
  private static final int DEFLATE = 1;
  private static final int ZSTD = 2;

  /** More than is believed without proof. */
  private static final int LARGE = 65 << 20;

  @Test
  void aGraphThatPacksLikeNothingHonestIsRefused() {
    for (int method : new int[] {DEFLATE, ZSTD}) {
      byte[] section = section(method, Integer.MAX_VALUE - 8, new byte[1 << 16]);
      assertTrue(
          refusal(section).contains("2147483639 bytes are said to be packed into 65536"),
          () -> refusal(section));
    }
  }

  @Test
  void aGraphThatHoldsLessThanItSaysTakesNoMoreThanItHolds() {
    byte[] packed = new byte[(LARGE >> 10) + 1]; // invalid from the first byte on
    for (int method : new int[] {DEFLATE, ZSTD}) {
      String sentence = refusal(section(method, LARGE, packed));
      assertTrue(sentence.startsWith("forged.wbz is damaged: at byte "), sentence);
    }
  }

  @Test
  void whatCannotBeHeldIsRefusedBeforeItIsUnpacked() {
    var shape = Shape.of(46_340, 46_340);
    var layers =
        List.of(
            new WbzLayer("one", "sz", 1, shape, 0.1, new byte[2]),
            new WbzLayer("other", "sz", 1, shape, 0.1, new byte[2]),
            new WbzLayer("third", "sz", 1, shape, 0.1, new byte[2]));
    byte[] bytes = WbzWriter.toBytes(new WbzFile("", "", "", new byte[10], layers));
    var fault = assertThrows(Fault.class, () -> WbzReader.read("forged.wbz", bytes));
    assertTrue(
        fault.sentence().startsWith("forged.wbz unpacks to 24574 MB, more than Java's "),
        fault.sentence());
  }

  @Test
  void aLayerLargerThanMemoryEndsInASentence() {
    // all zeros in two bytes: an honest stream, only that nobody can hold the weights
    byte[] zeros = new ByteWriter().positive(0.1).u8(0).toBytes();
    assertEquals(4, layer(zeros, Shape.of(2, 2)).decode(Progress.none()).size());
    var huge = Shape.of(46_340, 46_340);
    if (Runtime.getRuntime().maxMemory() < 4L * huge.size()) {
      var fault = assertThrows(Fault.class, () -> layer(zeros, huge).decode(Progress.none()));
      assertTrue(fault.sentence().contains("46340 × 46340 weights need more"), fault.sentence());
    }
  }

  @Test
  void anHonestGraphOfZerosIsStoredAndRead() throws IOException {
    var file = new WbzFile("", "", "", new byte[0], List.of());
    var out = new ByteArrayOutputStream(LARGE + 100);
    WbzWriter.of(file, new StreamedSection(zeros(LARGE), Progress.none())).writeTo(out);
    assertEquals(LARGE, WbzReader.read("zeros.wbz", out.toByteArray()).graph().length);
  }

  private static WbzLayer layer(byte[] stream, Shape shape) {
    return new WbzLayer("huge", "sz", 1, shape, 0.1, stream);
  }

  private static byte[] section(int method, int rawSize, byte[] packed) {
    return new ByteWriter().u8(method).varint(rawSize).bytes(packed).toBytes();
  }

  private static String refusal(byte[] section) {
    byte[] bytes = TestFiles.withGraphSection(section);
    return assertThrows(Fault.class, () -> WbzReader.read("forged.wbz", bytes)).sentence();
  }

  private static Raw zeros(int size) {
    return new Raw() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        var piece = new byte[1 << 20];
        for (int at = 0; at < size; at += piece.length) {
          out.write(piece);
        }
      }
    };
  }
}
