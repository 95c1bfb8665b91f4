package org.weighbridge.container.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.container.Source;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * Reads .wbz files of version 2, any piece of them alone, and trusts nothing in them: whatever is
 * read is checked against its checksum, and no memory is taken for what a size merely says.
 * Thread-safe.
 */
public final class StreamReader implements AutoCloseable {
  private static final String REMEDY = "copy it again from its source or encode it again";

  /** A record holds no more than the bytes of its piece and the mark that they are stored. */
  private static final int MARK = 1;

  private final String name;
  private final Source source;
  private final StreamPlan plan;
  private final List<Piece> pieces;
  private final long[] offsets;
  private final List<String> hashes;

  private StreamReader(
      String name,
      Source source,
      StreamPlan plan,
      List<Piece> pieces,
      long[] offsets,
      List<String> hashes) {
    this.name = name;
    this.source = source;
    this.plan = plan;
    this.pieces = pieces;
    this.offsets = offsets;
    this.hashes = List.copyOf(hashes);
  }

  /**
   * Opens a file: reads plan and directory.
   *
   * @throws Fault when it cannot be read, is of another kind or version, damaged or not finished
   */
  public static StreamReader open(Path file) {
    try {
      var source = Source.open(file);
      try {
        return open(file.toString(), source);
      } catch (Throwable e) {
        source.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  /** The same of bytes from anywhere; {@code name} is what faults call them. */
  static StreamReader open(String name, Source source) throws IOException {
    if (source.size() < StreamFile.START || !StreamFile.begins(source)) {
      throw new Fault(
          name
              + " is not a .wbz file of version 2; a checkpoint that Weighbridge has encoded is one.");
    }
    try {
      return opened(name, source);
    } catch (MalformedStreamException e) {
      throw damaged(name, e);
    }
  }

  private static StreamReader opened(String name, Source source) throws IOException {
    var first = Frame.read(source, StreamFile.START).require(Frame.PLAN);
    var plan = StreamPlan.read(new ByteReader(first.body(source)));
    long at = end(source);
    var end = Frame.read(source, at).require(Frame.END);
    if (end.end() != source.size() - StreamFile.TRAILER) {
      throw new MalformedStreamException(at, "the directory does not end where it should");
    }
    var in = new ByteReader(end.body(source));
    int count = in.count(in.remaining());
    if (Pieces.count(plan) != count) {
      throw new MalformedStreamException(at, "the directory has another number of pieces");
    }
    long[] offsets = new long[count + 1];
    offsets[0] = first.end();
    for (int i = 0; i < count; i++) {
      offsets[i + 1] = offsets[i] + in.varint(at - offsets[i]);
    }
    if (offsets[count] != at) {
      throw new MalformedStreamException(at, "the pieces do not end where the directory begins");
    }
    var hashes = new ArrayList<String>();
    for (int i = 0; i < plan.files().size(); i++) {
      hashes.add(HexFormat.of().formatHex(in.bytes(StreamFile.HASH_BYTES)));
    }
    in.end();
    return new StreamReader(name, source, plan, Pieces.of(plan), offsets, hashes);
  }

  private static long end(Source source) throws IOException {
    long at = source.size() - StreamFile.TRAILER;
    if (at < StreamFile.START) {
      throw new MalformedStreamException(source.size(), "it was not written to its end");
    }
    byte[] trailer = source.bytes(at, StreamFile.TRAILER);
    long end = new ByteReader(trailer).u64();
    if (end < StreamFile.START || end > at || !Arrays.equals(trailer, StreamFile.trailer(end))) {
      throw new MalformedStreamException(at, "it does not end as it should");
    }
    return end;
  }

  private static Fault damaged(String name, MalformedStreamException e) {
    return new Fault(
        "%s is damaged: at byte %d, %s; %s.".formatted(name, e.offset(), e.reason(), REMEDY), e);
  }

  /** What it holds. */
  public StreamPlan plan() {
    return plan;
  }

  /** All pieces, in order. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** SHA-256 of every original file, 64 hexadecimal digits in lower case each. */
  public List<String> hashes() {
    return hashes;
  }

  /** The pieces of a tensor, in order. */
  public List<Piece> piecesOf(int tensor) {
    return pieces.stream().filter(piece -> piece.tensor() == tensor).toList();
  }

  /**
   * The index of a tensor.
   *
   * @throws Fault when none is coded under this name
   */
  public int tensor(String wanted) {
    var tensors = plan.tensors();
    return IntStream.range(0, tensors.size())
        .filter(i -> tensors.get(i).name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    "%s has no encoded tensor %s; it has %s."
                        .formatted(name, wanted, Names.some(tensors, PlannedTensor::name))));
  }

  /** Bytes of the file that a piece takes. */
  public long bytes(Piece piece) {
    return offsets[piece.index() + 1] - offsets[piece.index()];
  }

  /** Bytes of the whole file. */
  public long size() {
    return source.size();
  }

  /**
   * Reads a piece.
   *
   * @throws Fault when it is damaged
   */
  public PieceRecord read(Piece piece) {
    return read(piece, true);
  }

  /** Reads what is said of a piece, without what it is decoded from. */
  public PieceRecord head(Piece piece) {
    return read(piece, false);
  }

  private PieceRecord read(Piece piece, boolean whole) {
    long at = offsets[piece.index()];
    try {
      var frame = Frame.read(source, at);
      if (frame.end() != offsets[piece.index() + 1] || frame.bodySize() > piece.length() + MARK) {
        throw new MalformedStreamException(at, "a record has another size than its place");
      }
      var record = PieceRecord.of(frame, whole ? frame.body(source) : new byte[0]);
      if (record.piece() != piece.index()
          || (record instanceof PieceRecord.Coded && !piece.ofTensor())) {
        throw new MalformedStreamException(at, "a record is of another piece");
      }
      return record;
    } catch (MalformedStreamException e) {
      throw damaged(name, e);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(name, AtomicFile.reason(e)), e);
    }
  }

  /** A fault about a piece whose bytes are as written but make no sense. */
  public Fault damaged(Piece piece, String how) {
    return damaged(name, new MalformedStreamException(offsets[piece.index()], how));
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      // everything was read
    }
  }
}
