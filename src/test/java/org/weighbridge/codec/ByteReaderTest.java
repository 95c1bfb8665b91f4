package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteReaderTest {
  @Test
  void readsWhatTheWriterWrote() {
    var out = new ByteWriter().u8(0xfe).u32(0x89abcdef).u64(0x0123456789abcdefL);
    out.varint(0).varint(127).varint(128).varint(Long.MAX_VALUE >>> 1);
    out.string("fc1.weight é").bytes(new byte[] {1, 2, 3});
    var in = new ByteReader(out.toBytes());
    assertEquals(0xfe, in.u8());
    assertEquals(0x89abcdef, in.u32());
    assertEquals(0x0123456789abcdefL, in.u64());
    assertEquals(0, in.varint(0));
    assertEquals(127, in.varint(127));
    assertEquals(128, in.varint(1000));
    assertEquals(Long.MAX_VALUE >>> 1, in.varint(Long.MAX_VALUE));
    assertEquals("fc1.weight é", in.string(100));
    assertArrayEquals(new byte[] {1, 2, 3}, in.rest());
    in.end();
  }

  @Test
  void storesBoundsOfFewDigitsInTwoBytes() {
    for (double bound : new double[] {0.01, 1e-3, 3e-5, 0.5, 20, 1e10, 127e-9}) {
      byte[] bytes = new ByteWriter().positive(bound).toBytes();
      assertEquals(2, bytes.length, () -> "bound " + bound);
      assertEquals(bound, new ByteReader(bytes).positive());
    }
  }

  @Test
  void storesEveryPositiveDoubleExactly() {
    var random = new Random(59);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (i % 2 == 0) {
        value = random.nextInt(1, 1_000_000) * Math.pow(10, random.nextInt(-70, 70));
      }
      if (value > 0 && Double.isFinite(value)) {
        byte[] bytes = new ByteWriter().positive(value).toBytes();
        assertEquals(value, new ByteReader(bytes).positive(), "seed 59, round " + i);
      }
    }
    for (double value : new double[] {Double.MIN_VALUE, Double.MAX_VALUE, 1e-64, 1e63, 1e64}) {
      assertEquals(value, new ByteReader(new ByteWriter().positive(value).toBytes()).positive());
    }
  }

  @Test
  void readsWhatIsCounted() {
    var out = new ByteWriter().varint(2).bytes(new byte[] {1, 2}).varint(1).u8(3).varint(2).u8(4);
    var in = new ByteReader(out.toBytes());
    assertArrayEquals(new byte[] {1, 2}, in.counted());
    var section = in.section();
    assertEquals(3, section.u8());
    section.end();
    assertThrows(MalformedStreamException.class, in::section);
  }

  @Test
  void refusesWhatCannotBe() {
    refuses(reader -> reader.u32(), 1, 2, 3);
    refuses(reader -> reader.bytes(-1), 1);
    refuses(reader -> reader.bytes(3), 1, 2);
    refuses(reader -> reader.count(5), 6);
    refuses(reader -> reader.varint(Long.MAX_VALUE), 0x80, 0); // longer than need be
    refuses(reader -> reader.varint(Long.MAX_VALUE), 255, 255, 255, 255, 255, 255, 255, 255, 255);
    refuses(reader -> reader.string(10), 2, 0xc3, 0x28);
    refuses(ByteReader::positive, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f); // infinity
    refuses(ByteReader::positive, 66, 0); // zero
    refuses(ByteReader::end, 1);
  }

  private static void refuses(java.util.function.Consumer<ByteReader> read, int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    assertThrows(MalformedStreamException.class, () -> read.accept(new ByteReader(raw)));
  }
}
