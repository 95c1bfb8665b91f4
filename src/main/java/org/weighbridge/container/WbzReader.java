package org.weighbridge.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.tensor.Shape;

/**
 * Reads .wbz files and trusts nothing in them: every checksum is verified and no memory is taken
 * for a size before the bytes behind it were counted.
 */
public final class WbzReader {
  private static final String REMEDY = "copy it again from its source or encode the model again";
  private final String name;
  private final byte[] bytes;
  private final ByteReader in;

  private WbzReader(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.in = new ByteReader(bytes);
  }

  /**
   * Reads a file.
   *
   * @throws Fault when it cannot be read, is no .wbz file, is damaged or needs a newer program
   */
  public static WbzFile read(Path file) {
    try {
      if (Files.size(file) > Integer.MAX_VALUE - 8) {
        throw new Fault(file + " is larger than 2 GB; Weighbridge writes no such files.");
      }
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  /**
   * Reads a file that is in memory.
   *
   * @param name what faults call it
   * @throws Fault when it is no .wbz file, is damaged or needs a newer program
   */
  public static WbzFile read(String name, byte[] bytes) {
    var reader = new WbzReader(name, bytes);
    try {
      return reader.file();
    } catch (MalformedStreamException e) {
      throw reader.damaged("at byte %d, %s".formatted(e.offset(), e.reason()));
    }
  }

  private Fault damaged(String how) {
    return new Fault("%s is damaged: %s; %s.".formatted(name, how, REMEDY));
  }

  private WbzFile file() {
    byte[] magic = Arrays.copyOf(bytes, Wbz.MAGIC.length);
    if (!Arrays.equals(magic, Wbz.MAGIC)) {
      throw new Fault(name + " is not a .wbz file; choose one that Weighbridge has written.");
    }
    in.bytes(magic.length);
    int version = in.u8();
    if (version != Wbz.VERSION) {
      throw new Fault(
          "%s has format version %d and this Weighbridge reads version %d; use a newer one."
              .formatted(name, version, Wbz.VERSION));
    }
    in.bytes(in.count(in.remaining()));
    int headEnd = in.offset();
    if (in.u32() != Wbz.checksum(Arrays.copyOf(bytes, headEnd))) {
      throw damaged("its head does not match its checksum");
    }
    return body(head(headEnd));
  }

  private record Section(int size, int checksum) {}

  private record LayerHead(
      String name, String codec, int version, Shape shape, double bound, Section section) {}

  private record Head(
      String producer, String model, String hash, Section graph, List<LayerHead> layers) {}

  private Head head(int end) {
    var head = new ByteReader(Arrays.copyOf(bytes, end));
    head.bytes(Wbz.MAGIC.length + 1);
    head.varint(end);
    String producer = head.string(Wbz.MAX_STRING);
    String model = head.string(Wbz.MAX_STRING);
    int hashStart = head.offset();
    int hashSize = head.u8();
    if (hashSize != 0 && hashSize != Wbz.HASH_BYTES) {
      throw new MalformedStreamException(hashStart, "a hash has 32 bytes, not " + hashSize);
    }
    String hash = HexFormat.of().formatHex(head.bytes(hashSize));
    var graph = section(head);
    int count = head.count(head.remaining());
    var layers = new ArrayList<LayerHead>();
    var names = new HashSet<String>();
    for (int i = 0; i < count; i++) {
      var layer = layerHead(head);
      if (!names.add(layer.name())) {
        throw new MalformedStreamException(head.offset(), "two layers are called " + layer.name());
      }
      layers.add(layer);
    }
    head.end();
    return new Head(producer, model, hash, graph, layers);
  }

  private static LayerHead layerHead(ByteReader head) {
    return new LayerHead(
        head.string(Wbz.MAX_STRING),
        head.string(Wbz.MAX_STRING),
        head.count(Integer.MAX_VALUE),
        shape(head),
        head.positive(),
        section(head));
  }

  private static Shape shape(ByteReader head) {
    int start = head.offset();
    int[] dims = new int[head.count(Wbz.MAX_RANK)];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = head.count(Integer.MAX_VALUE);
    }
    try {
      return Shape.of(dims);
    } catch (IllegalArgumentException e) {
      throw new MalformedStreamException(start, "a layer has " + e.getMessage());
    }
  }

  private static Section section(ByteReader head) {
    return new Section(head.count(Integer.MAX_VALUE), head.u32());
  }

  private WbzFile body(Head head) {
    var graph = new ByteReader(bytes(head.graph(), "the graph"));
    var layers = new ArrayList<WbzLayer>();
    for (var layer : head.layers()) {
      layers.add(
          new WbzLayer(
              layer.name(),
              layer.codec(),
              layer.version(),
              layer.shape(),
              layer.bound(),
              bytes(layer.section(), "layer " + layer.name())));
    }
    in.end();
    byte[] raw = LosslessRace.MIXED.decompress(graph, Integer.MAX_VALUE - 8);
    return new WbzFile(head.producer(), head.model(), head.hash(), raw, layers);
  }

  private byte[] bytes(Section section, String what) {
    byte[] content = in.bytes(section.size());
    if (Wbz.checksum(content) != section.checksum()) {
      throw damaged(what + " does not match its checksum");
    }
    return content;
  }
}
