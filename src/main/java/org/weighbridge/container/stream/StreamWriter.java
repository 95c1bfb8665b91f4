package org.weighbridge.container.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.container.Source;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;

/**
 * Writes a file of version 2 under a name of its own, {@code .X.wbz.part} beside {@code X.wbz},
 * which stays when writing ends early: the same plan goes on behind its last whole record. One
 * writer at a time: the part-written file is locked.
 */
public final class StreamWriter implements AutoCloseable {
  private static final int SLICE = 1 << 20;

  private final Path target;
  private final Path part;
  private final StreamPlan plan;
  private final FileChannel channel;
  private final List<PieceRecord> kept = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private boolean replaced;

  private StreamWriter(Path target, Path part, StreamPlan plan, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.plan = plan;
    this.channel = channel;
  }

  /** Where the part-written file of a target is. */
  public static Path part(Path target) {
    var absolute = target.toAbsolutePath();
    return absolute.resolveSibling("." + absolute.getFileName() + ".part");
  }

  /**
   * Opens the part-written file of a target, or begins one.
   *
   * @throws Fault when it cannot be written, or somebody else writes it
   */
  public static StreamWriter open(Path target, StreamPlan plan, Progress progress) {
    if (Files.isDirectory(target)) {
      throw new Fault("Cannot write " + target + ": it is a folder; name a file in it.");
    }
    Path part = part(target);
    try {
      Files.createDirectories(part.getParent());
      var channel =
          FileChannel.open(
              part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(channel, target, part);
        var writer = new StreamWriter(target, part, plan, channel);
        writer.resume(progress);
        return writer;
      } catch (Throwable e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }

  private static void lock(FileChannel channel, Path target, Path part) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new Fault(
          "%s is being written already (%s is locked); wait for it or name another file."
              .formatted(target, part));
    }
  }

  private static Fault cannot(Path target, IOException e) {
    return new Fault("Cannot write " + target + ": " + AtomicFile.reason(e) + ".", e);
  }

  /** Finds the whole records of the same plan, if the file is of it; begins anew otherwise. */
  private void resume(Progress progress) throws IOException {
    byte[] planned = Frame.of(Frame.PLAN, new byte[0], plan.toBytes());
    byte[] start = new ByteWriter().bytes(StreamFile.start()).bytes(planned).toBytes();
    var source = Source.of(channel);
    boolean same =
        source.size() >= start.length && Arrays.equals(source.bytes(0, start.length), start);
    ends.add((long) start.length);
    if (!same) {
      replaced = source.size() > 0;
      channel.truncate(0);
      write(start);
      return;
    }
    for (Piece piece : Pieces.of(plan)) {
      progress.check();
      if (!found(source, piece)) {
        break;
      }
    }
  }

  private boolean found(Source source, Piece piece) throws IOException {
    try {
      var frame = Frame.read(source, ends.getLast());
      var record = PieceRecord.of(frame, frame.body(source));
      if (record.piece() != piece.index()) {
        return false;
      }
      kept.add(record.withoutBody());
      ends.add(frame.end());
      return true;
    } catch (MalformedStreamException torn) {
      return false;
    }
  }

  /** What is said of the pieces that are written already, without their bodies. */
  public List<PieceRecord> kept() {
    return List.copyOf(kept);
  }

  /** Bytes that a kept piece takes. */
  public long bytes(int piece) {
    return ends.get(piece + 1) - ends.get(piece);
  }

  /** Bytes written so far. */
  public long size() {
    return ends.getLast();
  }

  /** Whether there was a part-written file of another plan, which is gone. */
  public boolean replaced() {
    return replaced;
  }

  /** Goes on behind that many pieces; what is behind them is dropped. */
  public void keep(int pieces) {
    ends.subList(pieces + 1, ends.size()).clear();
    kept.subList(pieces, kept.size()).clear();
    try {
      channel.truncate(size());
      channel.position(size());
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }

  /** Appends the next piece; {@link #keep} was called before. */
  public void append(PieceRecord piece) {
    if (piece.piece() != ends.size() - 1) {
      throw new IllegalArgumentException("piece " + piece.piece() + " is not the next one");
    }
    byte[] bytes = piece.toBytes();
    try {
      write(bytes);
    } catch (IOException e) {
      throw new Fault(
          "Cannot write %s: %s. What is written already is kept, and the same command goes on there."
              .formatted(target, AtomicFile.reason(e)),
          e);
    }
    ends.add(size() + bytes.length);
  }

  /**
   * Writes the directory and puts the whole file in its place.
   *
   * @param hashes SHA-256 of every original file
   * @return its size
   */
  public long finish(List<byte[]> hashes) {
    var body = new ByteWriter().varint(ends.size() - 1);
    for (int i = 1; i < ends.size(); i++) {
      body.varint(ends.get(i) - ends.get(i - 1));
    }
    hashes.forEach(body::bytes);
    try {
      write(Frame.of(Frame.END, new byte[0], body.toBytes()));
      write(StreamFile.trailer(size()));
      long bytes = channel.position();
      channel.force(true);
      channel.close();
      move();
      return bytes;
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** In slices: the JDK copies what it writes outside the heap, and keeps the room for that. */
  private void write(byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += SLICE) {
      var slice = ByteBuffer.wrap(bytes, at, Math.min(SLICE, bytes.length - at));
      while (slice.hasRemaining()) {
        channel.write(slice);
      }
    }
  }

  /** Lets go of the file; what is written stays. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }
}
