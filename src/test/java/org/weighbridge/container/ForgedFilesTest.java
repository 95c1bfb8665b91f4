package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.fault.Fault;
import org.weighbridge.fuzz.ByteDamage;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.job.Progress;

/** Damaged files whose checksums are right all the same: nothing behind them may be trusted. */
class ForgedFilesTest extends ReaderContract {
  /** Layers that claim to be larger are read, but not decoded: what they cost is their size. */
  private static final int LARGEST = 1 << 14;

  private static final WbzFile FILE = TestFiles.small();
  private static final byte[] BYTES = WbzWriter.toBytes(FILE);
  private static final int HEAD_FROM = 6;
  private static final int HEAD_TO = HEAD_FROM + ((BYTES[4] & 0x7f) | BYTES[5] << 7);
  private static final byte[] HEAD = Arrays.copyOfRange(BYTES, HEAD_FROM, HEAD_TO);

  @Override
  protected List<byte[]> good() {
    return List.of(BYTES, BYTES);
  }

  @Override
  protected Damage damage() {
    return Damage.any(
        Damage.bytes(),
        (good, other, random) -> withHead(ByteDamage.several(HEAD, BYTES, random)),
        (good, other, random) -> withGraph(ByteDamage.several(graph(), BYTES, random)),
        (good, other, random) -> withStream(random));
  }

  @Override
  protected long budget(long size) {
    return super.budget(size) + 4L * LARGEST * FILE.layers().size();
  }

  @Override
  protected void read(byte[] content) {
    var file = WbzReader.read("forged.wbz", content);
    for (var layer : file.layers()) {
      if (layer.shape().size() <= LARGEST) {
        decode(layer);
      }
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
    byte[] stream = ByteDamage.several(layer.stream(), other, random);
    layers.set(
        which,
        new WbzLayer(
            layer.name(), layer.codec(), layer.version(), layer.shape(), layer.bound(), stream));
    return WbzWriter.toBytes(
        new WbzFile(FILE.producer(), FILE.model(), FILE.modelHash(), FILE.graph(), layers));
  }
}
