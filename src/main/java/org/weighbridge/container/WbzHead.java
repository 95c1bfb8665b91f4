package org.weighbridge.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.tensor.Shape;

/**
 * What stands before the sections: enough to find each of them without the others.
 *
 * @param end where the last section ends: the size of the whole file
 */
record WbzHead(
    String producer, String model, String hash, Section graph, List<Layer> layers, long end) {

  /** A piece of the file. */
  record Section(long at, int size, int checksum) {
    long end() {
      return at + size;
    }
  }

  record Layer(
      String name, String codec, int version, Shape shape, double bound, Section section) {}

  /**
   * Reads a head whose checksum was right, and trusts it no more for that.
   *
   * @param in positioned behind the size of the head; ends with it
   * @param sections where the first section begins
   */
  static WbzHead read(ByteReader in, long sections) {
    String producer = in.string(Wbz.MAX_STRING);
    String model = in.string(Wbz.MAX_STRING);
    String hash = hash(in);
    var graph = section(in, sections);
    int count = in.count(in.remaining());
    var layers = new ArrayList<Layer>();
    var names = new HashSet<String>();
    long end = graph.end();
    for (int i = 0; i < count; i++) {
      var layer = layer(in, end);
      if (!names.add(layer.name())) {
        throw new MalformedStreamException(in.offset(), "two layers are called " + layer.name());
      }
      layers.add(layer);
      end = layer.section().end();
    }
    in.end();
    return new WbzHead(producer, model, hash, graph, layers, end);
  }

  private static String hash(ByteReader in) {
    int start = in.offset();
    int size = in.u8();
    if (size != 0 && size != Wbz.HASH_BYTES) {
      throw new MalformedStreamException(start, "a hash has 32 bytes, not " + size);
    }
    return HexFormat.of().formatHex(in.bytes(size));
  }

  private static Layer layer(ByteReader in, long at) {
    return new Layer(
        in.string(Wbz.MAX_STRING),
        in.string(Wbz.MAX_STRING),
        in.count(Integer.MAX_VALUE),
        shape(in),
        in.positive(),
        section(in, at));
  }

  private static Shape shape(ByteReader in) {
    int start = in.offset();
    int[] dims = new int[in.count(Wbz.MAX_RANK)];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = in.count(Integer.MAX_VALUE);
    }
    try {
      return Shape.of(dims);
    } catch (IllegalArgumentException e) {
      throw new MalformedStreamException(start, "a layer has " + e.getMessage());
    }
  }

  private static Section section(ByteReader in, long at) {
    return new Section(at, in.count(Integer.MAX_VALUE), in.u32());
  }
}
