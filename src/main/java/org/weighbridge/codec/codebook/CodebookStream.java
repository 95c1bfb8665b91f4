package org.weighbridge.codec.codebook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.index.RelativeIndex;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * The bytes of a layer with shared weights.
 *
 * <p>Stream: the form (u8): {@link #NONE}, {@link #ALL}, {@link #RACED}, {@link #JOINT} or {@link
 * #RELATIVE} + the bits of a distance, and {@link #MODERN} where codes are the symbols of a race;
 * what is not finite ({@link NonFinite}); then, unless nothing is kept, the number of values less 1
 * (u8) and the values (u32 each); the positions (varint size, bytes) when they are raced or
 * relative; the codes up to the end, or codes and positions together.
 */
final class CodebookStream {
  /** Nothing is kept. */
  static final int NONE = 0;

  /** All weights are kept: positions need no bytes. */
  static final int ALL = 1;

  /** Positions by {@link IndexRace#BEST}. */
  static final int RACED = 2;

  /** Positions together with codes, by {@link JointCoder}. */
  static final int JOINT = 3;

  /** Positions by {@link RelativeIndex} of as many bits as are added. */
  static final int RELATIVE = 16;

  /** Added: codes by {@link SymbolRace#BEST} instead of {@link Huffman}. */
  static final int MODERN = 128;

  private static final SymbolCoder HUFFMAN = new Huffman();

  private final ByteWriter out = new ByteWriter();
  private final Map<Part, Long> bytes = new EnumMap<>(Part.class);

  CodebookStream(int form, float[] values, Progress progress) {
    out.u8(form);
    int before = out.size();
    NonFinite.write(out, values, progress);
    if (out.size() > before + 1) {
      bytes.put(Part.OUTLIERS, (long) out.size() - before);
    }
  }

  void codebook(byte[] codebook) {
    out.bytes(codebook);
    bytes.put(Part.TABLES, (long) codebook.length);
  }

  void positions(byte[] index) {
    out.varint(index.length).bytes(index);
    bytes.put(Part.INDEX, (long) index.length);
  }

  void codes(SymbolCoder.Coded codes) {
    out.bytes(codes.bytes());
    bytes.merge(Part.TABLES, (long) codes.tableBytes(), Long::sum);
    bytes.put(Part.VALUES, (long) codes.bytes().length - codes.tableBytes());
  }

  void both(JointCoder.Coded both) {
    out.bytes(both.bytes());
    bytes.put(Part.INDEX, (long) both.positionBytes());
    bytes.put(Part.VALUES, (long) both.bytes().length - both.positionBytes());
  }

  byte[] toBytes() {
    return out.toBytes();
  }

  /** Where the bytes went; what is in no section is header. */
  Breakdown breakdown() {
    long sections = bytes.values().stream().mapToLong(Long::longValue).sum();
    bytes.put(Part.HEADER, out.size() - sections);
    return new Breakdown(bytes);
  }

  /** What codes positions in this form. */
  private static IndexCoder index(int form) {
    int positions = form & ~MODERN;
    if (positions == RACED) {
      return IndexRace.BEST;
    }
    if (positions > RELATIVE && positions <= RELATIVE + Byte.SIZE) {
      return new RelativeIndex(positions - RELATIVE);
    }
    throw new MalformedStreamException(0, "no positions are coded in the form " + positions);
  }

  private static boolean isModern(int form) {
    return (form & MODERN) != 0;
  }

  static Tensor decode(ByteReader in, Shape shape, Progress progress) {
    int form = in.u8();
    float[] values = new float[shape.size()];
    NonFinite.read(in, values);
    if (form == NONE) {
      in.end();
      return new Tensor(shape, values);
    }
    float[] codebook = SharedValues.readCodebook(in);
    var coder = isModern(form) ? SymbolRace.BEST : HUFFMAN;
    var layer =
        switch (form & ~MODERN) {
          case JOINT -> new JointCoder().decode(in, shape, progress);
          case ALL -> layer(Mask.full(shape), coder, in, progress);
          default -> layer(index(form).decode(in.section(), shape, progress), coder, in, progress);
        };
    var shared =
        isModern(form)
            ? SharedValues.ofSymbols(codebook, layer.symbols(), progress)
            : SharedValues.ofCodes(codebook, layer.symbols());
    layer
        .mask()
        .visit(
            progress,
            (from, offsets, count, rank) -> {
              for (int i = 0; i < count; i++) {
                values[from + offsets[i]] = codebook[shared.codes()[rank + i]];
              }
            });
    return new Tensor(shape, values);
  }

  private static JointCoder.Layer layer(
      Mask mask, SymbolCoder coder, ByteReader in, Progress progress) {
    return new JointCoder.Layer(mask, coder.decode(in, mask, progress));
  }

  static Composition composition(ByteReader in) {
    int form = in.u8();
    int odd = NonFinite.skip(in);
    if (form == NONE) {
      return new Composition("none", "codebook", OptionalInt.empty(), "none", "none", odd);
    }
    int size = SharedValues.readCodebook(in).length;
    int positions = form & ~MODERN;
    String index = "none";
    int indexBits = 0;
    int entries = 0;
    int table = 0;
    if (positions == JOINT) {
      index = "joint";
    } else if (positions != ALL) {
      byte[] section = in.section().rest();
      index = index(form).nameOf(new ByteReader(section));
      if (positions > RELATIVE) {
        indexBits = positions - RELATIVE;
        entries = RelativeIndex.entries(new ByteReader(section));
        table = RelativeIndex.tableBytes(new ByteReader(section));
      }
    }
    String entropy =
        positions == JOINT ? "joint" : (isModern(form) ? SymbolRace.BEST : HUFFMAN).nameOf(in);
    int codeBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
    var widths = new Composition.Widths(codeBits, indexBits, entries, table);
    return new Composition(
        "none", "codebook", OptionalInt.of(size), index, entropy, odd, Optional.of(widths));
  }
}
