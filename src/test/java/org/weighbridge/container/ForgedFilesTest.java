package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Cost;
import org.weighbridge.codec.Mutation;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Damaged files whose checksums are right all the same: nothing behind them may be trusted. */
class ForgedFilesTest {
  /** Layers that claim to be larger are read, but not decoded: what they cost is their size. */
  private static final int LARGEST = 1 << 14;

  private static final WbzFile FILE = TestFiles.small();
  private static final byte[] BYTES = WbzWriter.toBytes(FILE);
  private static final int HEAD_FROM = 6;
  private static final int HEAD_TO = HEAD_FROM + ((BYTES[4] & 0x7f) | BYTES[5] << 7);
  private static final byte[] HEAD = Arrays.copyOfRange(BYTES, HEAD_FROM, HEAD_TO);

  @Test
  void endInAFaultOrADecode() {
    fuzz(1, 2_000);
  }

  @Test
  @Tag("slow")
  void endInAFaultOrADecodeAHundredThousandTimes() {
    fuzz(2, 100_000);
  }

  private static void fuzz(long seed, int rounds) {
    int read = 0;
    for (int round = 0; round < rounds; round++) {
      var random = new SplittableRandom(seed * 1_000_003 + round);
      byte[] forged =
          switch (random.nextInt(3)) {
            case 0 -> withHead(Mutation.several(HEAD, BYTES, random));
            case 1 -> withGraph(Mutation.several(graph(), BYTES, random));
            default -> withStream(random);
          };
      String what = "seed " + seed + ", round " + round;
      long declared = 4L * LARGEST * FILE.layers().size();
      if (Cost.check(() -> survives(forged, what), declared, what)) {
        read++;
      }
    }
    assertTrue(read > rounds / 20, read + " of " + rounds + " were read: nothing was tested");
  }

  /** Whether a file could be read. */
  private static boolean survives(byte[] forged, String what) {
    try {
      var file = WbzReader.read("forged.wbz", forged);
      for (var layer : file.layers()) {
        if (layer.shape().size() <= LARGEST) {
          decode(layer);
        }
      }
      return true;
    } catch (Fault expected) {
      assertTrue(expected.sentence().startsWith("forged.wbz "), expected.sentence());
      return false;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return fail(what, e);
    }
  }

  private static void decode(WbzLayer layer) {
    try {
      assertEquals(layer.shape(), layer.decode(Progress.none()).shape());
    } catch (Fault expected) {
      assertTrue(expected.sentence().endsWith("."), expected.sentence());
    }
  }

  private static byte[] withHead(byte[] head) {
    var out = new ByteWriter().bytes(Wbz.MAGIC).u8(Wbz.VERSION).varint(head.length).bytes(head);
    out.u32(Wbz.checksum(out.toBytes()));
    return out.bytes(Arrays.copyOfRange(BYTES, HEAD_TO + 4, BYTES.length)).toBytes();
  }

  private static byte[] graph() {
    int streams = FILE.layers().stream().mapToInt(layer -> layer.stream().length).sum();
    return Arrays.copyOfRange(BYTES, HEAD_TO + 4, BYTES.length - streams);
  }

  /** Another graph section, with its size and its checksum in the head. */
  private static byte[] withGraph(byte[] forged) {
    byte[] hash = HexFormat.of().parseHex(FILE.modelHash());
    var head = new ByteWriter().string(FILE.producer()).string(FILE.model());
    head.u8(hash.length).bytes(hash);
    int before = head.size();
    int entry = new ByteWriter().varint(graph().length).u32(0).size();
    head.varint(forged.length).u32(Wbz.checksum(forged));
    head.bytes(Arrays.copyOfRange(HEAD, before + entry, HEAD.length));
    byte[] file = withHead(head.toBytes());
    int streams = FILE.layers().stream().mapToInt(layer -> layer.stream().length).sum();
    return new ByteWriter()
        .bytes(Arrays.copyOf(file, file.length - streams - graph().length))
        .bytes(forged)
        .bytes(Arrays.copyOfRange(BYTES, BYTES.length - streams, BYTES.length))
        .toBytes();
  }

  /** Another stream for one layer. */
  private static byte[] withStream(SplittableRandom random) {
    var layers = new ArrayList<>(FILE.layers());
    int which = random.nextInt(layers.size());
    var layer = layers.get(which);
    byte[] other = layers.get(random.nextInt(layers.size())).stream();
    byte[] stream = Mutation.several(layer.stream(), other, random);
    layers.set(
        which,
        new WbzLayer(
            layer.name(), layer.codec(), layer.version(), layer.shape(), layer.bound(), stream));
    return WbzWriter.toBytes(
        new WbzFile(FILE.producer(), FILE.model(), FILE.modelHash(), FILE.graph(), layers));
  }
}
