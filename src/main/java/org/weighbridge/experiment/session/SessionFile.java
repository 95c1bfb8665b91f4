package org.weighbridge.experiment.session;

import com.google.gson.JsonParseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/**
 * A {@code .wbsession} file: a zip with {@code session.json} first and {@code network-1.onnx} and
 * so on for retrained networks. The model itself stays where it is: {@link SessionFiles} finds it.
 *
 * <p>Reading trusts nothing: sizes are bounded before anything is kept, and checksums compared.
 */
public final class SessionFile {
  /** How its name ends. */
  public static final String ENDING = ".wbsession";

  private static final String STATE = "session.json";

  /** Ten thousand runs of a hundred layers need less. */
  private static final long LARGEST_STATE = 512L << 20;

  /**
   * How many times smaller text of runs can be when packed; an archive made to burst is ten times
   * denser, and holds nothing else.
   */
  private static final long DENSEST = 200;

  private static final long ALWAYS_FITS = 16 << 20;

  /** Of the heap, what all networks together may take before any is unpacked. */
  private static final long LARGEST_NETWORKS = Runtime.getRuntime().maxMemory() / 2;

  private SessionFile() {}

  /**
   * Whether a file begins like a session.
   *
   * @param start its first bytes, 42 of them or all
   */
  public static boolean begins(byte[] start) {
    byte[] name = STATE.getBytes(StandardCharsets.US_ASCII);
    return start.length >= 30 + name.length
        && start[0] == 'P'
        && start[1] == 'K'
        && new String(start, 30, name.length, StandardCharsets.US_ASCII).equals(STATE);
  }

  /**
   * Writes a session.
   *
   * @throws Fault when that cannot be; what was there before is untouched then
   */
  public static void write(Session session, Path file) {
    byte[] state = SessionJson.write(session.state().in(file)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        file,
        out -> {
          var zip = new ZipOutputStream(out);
          zip.putNextEntry(new ZipEntry(STATE));
          zip.write(state);
          zip.closeEntry();
          for (int i = 0; i < session.networks().size(); i++) {
            zip.putNextEntry(new ZipEntry(network(i + 1)));
            zip.write(NetworkFiles.toBytes(session.networks().get(i)));
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  /**
   * Reads the state alone.
   *
   * @throws Fault naming the file and what is wrong with it
   */
  public static SessionState readState(Path file) {
    try (var zip = open(file)) {
      return state(zip, file);
    } catch (IOException e) {
      throw damaged(file, AtomicFile.reason(e), e);
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    }
  }

  /**
   * Reads a session with its networks.
   *
   * @throws Fault naming the file and what is wrong with it
   */
  public static Session read(Path file) {
    try (var zip = open(file)) {
      var state = state(zip, file);
      checkNetworks(zip, state, file);
      var networks = new ArrayList<Network>();
      for (var retrained : state.retrained()) {
        networks.add(network(zip, network(retrained.number()), file, state.model().path()));
      }
      return new Session(state, networks);
    } catch (IOException e) {
      throw damaged(file, AtomicFile.reason(e), e);
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    }
  }

  /** Entries may overlap in the file, so that it says nothing of their sizes together. */
  private static void checkNetworks(ZipFile zip, SessionState state, Path file) {
    long bytes = 0;
    for (var retrained : state.retrained()) {
      bytes += entry(zip, network(retrained.number()), file, LARGEST_NETWORKS - bytes).getSize();
    }
  }

  private static Fault tooLarge(Path file, @Nullable Throwable cause) {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return new Fault(
        "Cannot open %s: it needs more memory than Java's %d MB; raise -Xmx."
            .formatted(file, megabytes),
        cause);
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      InputFile.check(file);
    } catch (IOException e) {
      throw new Fault("Cannot open %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw damaged(file, "its directory cannot be read, as if it were cut off", e);
    }
  }

  private static SessionState state(ZipFile zip, Path file) throws IOException {
    byte[] text;
    var entry = entry(zip, STATE, file, LARGEST_STATE);
    if (entry.getSize() > ALWAYS_FITS + DENSEST * entry.getCompressedSize()) {
      throw damaged(file, STATE + " is packed more densely than text of runs can be", null);
    }
    try (var in = content(zip, entry)) {
      text = in.readAllBytes();
    }
    try {
      return SessionJson.read(new String(text, StandardCharsets.UTF_8));
    } catch (JsonParseException e) {
      throw damaged(file, "in " + STATE + ", " + e.getMessage(), e);
    } catch (Fault e) {
      throw new Fault(
          "Cannot open %s: %s; take a newer version of the program."
              .formatted(file, e.sentence().replaceFirst("\\.$", "")),
          e);
    }
  }

  /** By way of a file, which is how networks are read. */
  private static Network network(ZipFile zip, String name, Path file, String model)
      throws IOException {
    try (var in = content(zip, entry(zip, name, file, LARGEST_NETWORKS));
        var copy = TemporaryCopy.of(in, stem(model) + ".onnx")) {
      return network(copy.file(), name, file);
    }
  }

  private static Network network(Path copy, String name, Path file) {
    try {
      return NetworkFiles.read(copy);
    } catch (Fault e) {
      throw Exhausted.sentence(e).isPresent()
          ? e
          : damaged(file, "its " + name + " is no network", e);
    }
  }

  private static InputStream content(ZipFile zip, ZipEntry entry) throws IOException {
    return new Checked(zip.getInputStream(entry), entry);
  }

  private static ZipEntry entry(ZipFile zip, String name, Path file, long most) {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(file, "there is no " + name + " in it", null);
    }
    if (entry.getSize() < 0) {
      throw damaged(file, name + " says it has " + entry.getSize() + " bytes", null);
    }
    if (entry.getSize() > most) {
      throw tooLarge(file, null);
    }
    return entry;
  }

  private static Fault damaged(Path file, String what, @Nullable Throwable cause) {
    return new Fault(
        "%s is no whole session: %s; take a copy of it, or open the model itself."
            .formatted(file, what),
        cause);
  }

  /** The network has its file's name; what stands there is nothing to rely on. */
  private static String stem(String model) {
    return model
        .replaceFirst(".*[/\\\\]", "")
        .replaceFirst("\\.[^.]*$", "")
        .replaceAll("[^\\w.-]", "_")
        .replaceFirst("(?i)^(con|prn|aux|nul|com\\d|lpt\\d)(?=$|\\.)", "_$1"); // Windows' devices
  }

  private static String network(int number) {
    return "network-" + number + ".onnx";
  }

  /** Compares size and checksum at the end, which reading a zip by its directory does not. */
  private static final class Checked extends FilterInputStream {
    private final CheckedInputStream sum;
    private final ZipEntry entry;
    private long read;

    Checked(InputStream in, ZipEntry entry) {
      this(new CheckedInputStream(in, new CRC32()), entry);
    }

    private Checked(CheckedInputStream sum, ZipEntry entry) {
      super(sum);
      this.sum = sum;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int got = super.read(bytes, from, count);
      read += Math.max(0, got);
      boolean end = got < 0;
      if (read > entry.getSize()
          || (end && (read < entry.getSize() || sum.getChecksum().getValue() != entry.getCrc()))) {
        throw new IOException(entry.getName() + " is damaged");
      }
      return got;
    }
  }
}
