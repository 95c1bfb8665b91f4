package org.weighbridge.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.PackedSection;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * Reads .wbz files, whole or one layer of them, and trusts nothing in them: every checksum of what
 * is read is verified and no memory is taken for a size before the bytes behind it were counted.
 */
public final class WbzReader {
  private static final String REMEDY = "copy it again from its source or encode the model again";

  /** Magic, version and the longest size of a head. */
  private static final int LONGEST_START = 3 + 1 + 9;

  private final String name;
  private final Source source;

  private WbzReader(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws Fault when it cannot be read, is no .wbz file, is damaged or needs a newer program
   */
  public static WbzFile read(Path file) {
    return read(file, WbzReader::whole);
  }

  /**
   * Reads a file that is in memory.
   *
   * @param name what faults call it
   * @throws Fault when it is no .wbz file, is damaged or needs a newer program
   */
  public static WbzFile read(String name, byte[] bytes) {
    try {
      return new WbzReader(name, Source.of(bytes)).read(WbzReader::whole);
    } catch (IOException e) {
      throw new AssertionError("memory can always be read", e);
    }
  }

  /**
   * Reads one layer: nothing but the head and its stream, however large the file is.
   *
   * @throws Fault when there is no such layer, or as {@link #read(Path)}
   */
  public static WbzLayer layer(Path file, String layer) {
    return read(file, reader -> reader.layer(reader.head(), layer));
  }

  /**
   * Reads a file but for its graph, which is empty then.
   *
   * @throws Fault as {@link #read(Path)}
   */
  public static WbzFile withoutGraph(Path file) {
    return read(file, WbzReader::withoutGraph);
  }

  /** What is done with a graph that is too large to be held. */
  public interface GraphUse<T> {
    T with(InputStream graph) throws IOException;
  }

  /**
   * Unpacks the graph piece by piece; nothing else is read.
   *
   * @param use may read the bytes of the graph until it returns
   * @throws Fault as {@link #read(Path)}
   */
  public static <T> T graph(Path file, GraphUse<T> use) {
    return read(
        file,
        reader -> {
          try (var graph = reader.graph(reader.head()).unpacking()) {
            return use.with(graph);
          }
        });
  }

  /** Reads something of a file. */
  private interface Reading<T> {
    T from(WbzReader reader) throws IOException;
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try (var source = Source.open(file)) {
      return new WbzReader(file.toString(), source).read(reading);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private <T> T read(Reading<T> reading) throws IOException {
    try {
      return reading.from(this);
    } catch (MalformedStreamException e) {
      throw damaged("at byte %d, %s".formatted(e.offset(), e.reason()));
    }
  }

  private Fault damaged(String how) {
    return new Fault("%s is damaged: %s; %s.".formatted(name, how, REMEDY));
  }

  private WbzHead head() throws IOException {
    var start = new ByteReader(source.bytes(0, (int) Math.min(LONGEST_START, source.size())));
    byte[] magic = start.bytes(Math.min(Wbz.MAGIC.length, start.remaining()));
    if (!Arrays.equals(magic, Wbz.MAGIC)) {
      throw new Fault(name + " is not a .wbz file; choose one that Weighbridge has written.");
    }
    int version = start.u8();
    if (version == Wbz.STREAMED) {
      throw new Fault(
          name
              + " holds a checkpoint of tensors without a network that could be run (format version"
              + " 2); make its files again with 'weighbridge decode'.");
    }
    if (version != Wbz.VERSION) {
      throw new Fault(
          "%s has format version %d and this Weighbridge reads version %d; use a newer one."
              .formatted(name, version, Wbz.VERSION));
    }
    int size = start.count(Integer.MAX_VALUE - 100);
    int end = start.offset() + size;
    byte[] bytes = source.bytes(0, end);
    long sections = (long) end + Integer.BYTES;
    if (new ByteReader(source.bytes(end, Integer.BYTES)).u32() != Wbz.checksum(bytes)) {
      throw damaged("its head does not match its checksum");
    }
    var in = new ByteReader(bytes);
    in.bytes(start.offset());
    return WbzHead.read(in, sections);
  }

  private WbzFile whole() throws IOException {
    var head = head();
    var graph = graph(head);
    checkMemory(head, graph.rawSize());
    var layers = layers(head);
    return new WbzFile(head.producer(), head.model(), head.hash(), graph.unpacked(), layers);
  }

  private WbzFile withoutGraph() throws IOException {
    var head = head();
    return new WbzFile(head.producer(), head.model(), head.hash(), new byte[0], layers(head));
  }

  private List<WbzLayer> layers(WbzHead head) throws IOException {
    var layers = new ArrayList<WbzLayer>();
    for (var layer : head.layers()) {
      layers.add(layer(layer));
    }
    if (source.size() > head.end()) {
      throw new MalformedStreamException(
          head.end(), source.size() - head.end() + " bytes too many");
    }
    return layers;
  }

  private PackedSection graph(WbzHead head) throws IOException {
    var section = head.graph();
    if (Wbz.checksum(packed(section)) != section.checksum()) {
      throw damaged("the graph does not match its checksum");
    }
    return new PackedSection(packed(section), section.size(), Integer.MAX_VALUE - 8);
  }

  private InputStream packed(WbzHead.Section section) {
    return new SectionInput(source, section.at(), section.size());
  }

  /** Refuses before any work what cannot be held, be that said of an honest file or not. */
  private void checkMemory(WbzHead head, long graph) {
    long weights = head.layers().stream().mapToLong(layer -> layer.shape().size()).sum();
    long megabytes = (graph + Float.BYTES * weights) >> 20;
    long most = Runtime.getRuntime().maxMemory() >> 20;
    if (megabytes > most) {
      throw new Fault(
          "%s unpacks to %d MB, more than Java's %d MB of memory; %s, or encode the model with --stream, whose files are decoded piece by piece."
              .formatted(name, megabytes, most, Exhausted.REMEDY));
    }
  }

  private WbzLayer layer(WbzHead head, String wanted) throws IOException {
    for (var layer : head.layers()) {
      if (layer.name().equals(wanted)) {
        return layer(layer);
      }
    }
    throw new Fault(
        "%s has no encoded layer %s; it has %s."
            .formatted(
                name,
                wanted,
                head.layers().stream().map(WbzHead.Layer::name).collect(Collectors.joining(", "))));
  }

  private WbzLayer layer(WbzHead.Layer layer) throws IOException {
    return new WbzLayer(
        layer.name(),
        layer.codec(),
        layer.version(),
        layer.shape(),
        layer.bound(),
        bytes(layer.section(), "layer " + layer.name()));
  }

  private byte[] bytes(WbzHead.Section section, String what) throws IOException {
    byte[] content = source.bytes(section.at(), section.size());
    if (Wbz.checksum(content) != section.checksum()) {
      throw damaged(what + " does not match its checksum");
    }
    return content;
  }
}
