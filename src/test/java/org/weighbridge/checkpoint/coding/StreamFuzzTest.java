package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.container.Wbz;
import org.weighbridge.fuzz.ByteDamage;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.job.Progress;

/** Damaged .wbz files of version 2, decoded to their end, most behind checksums that are right. */
class StreamFuzzTest extends ReaderContract {
  private static final int START = 4;
  private static final int TRAILER = 16;

  @SuppressWarnings("ArrayRecordComponent") // passed on within the test
  private record Frame(int kind, byte[] head, byte[] body) {}

  @Override
  protected List<byte[]> good() {
    var original = SmallCheckpoint.write(folder.resolve("in"), 11);
    var files = new ArrayList<byte[]>();
    for (String setting : List.of("0.01", "rel:0.01")) {
      Path wbz = folder.resolve("good.wbz");
      CheckpointEncoder.encode(
          original, SmallCheckpoint.plan(original, setting), wbz, Progress.none());
      try {
        files.add(Files.readAllBytes(wbz));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  @Override
  protected Damage damage() {
    return Damage.any(Damage.bytes(), StreamFuzzTest::mended, StreamFuzzTest::mended);
  }

  /** One record is damaged, and what says its sizes and checksums is not. */
  private static byte[] mended(byte[] good, byte[] other, SplittableRandom random) {
    var in = new ByteReader(good);
    var out = new ByteWriter().bytes(in.bytes(START));
    var frames = new ArrayList<Frame>();
    while (in.remaining() > TRAILER) {
      int kind = in.u8();
      int head = in.u32();
      int body = in.u32();
      in.u32();
      byte[] headBytes = in.bytes(head);
      in.u32();
      frames.add(new Frame(kind, headBytes, in.bytes(body)));
    }
    // the plan and the directory say most, and are two of many
    int at =
        random.nextBoolean()
            ? random.nextInt(frames.size())
            : random.nextBoolean() ? 0 : frames.size() - 1;
    for (int i = 0; i < frames.size(); i++) {
      var frame = frames.get(i);
      boolean inHead = frame.body.length == 0 || (frame.head.length > 0 && random.nextBoolean());
      byte[] head = i == at && inHead ? damaged(frame.head, random) : frame.head;
      byte[] body = i == at && !inHead ? damaged(frame.body, random) : frame.body;
      var start = new ByteWriter().u8(frame.kind).u32(head.length).u32(body.length);
      start.u32(Wbz.checksum(body)).bytes(head);
      out.bytes(start.toBytes()).u32(Wbz.checksum(start.toBytes())).bytes(body);
    }
    return out.bytes(in.bytes(TRAILER)).toBytes();
  }

  /** Of the same length mostly: the directory says where records lie. */
  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] damaged = ByteDamage.several(bytes, bytes, random);
    return random.nextInt(4) == 0 ? damaged : Arrays.copyOf(damaged, bytes.length);
  }

  @Override
  protected void read(byte[] content) {
    Path out = folder.resolve("out");
    CheckpointDecoder.decode(file("damaged.wbz", content), out, Progress.none());
  }
}
