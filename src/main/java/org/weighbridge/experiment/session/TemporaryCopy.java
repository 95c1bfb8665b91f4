package org.weighbridge.experiment.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/** A part of a file as a file of its own, for readers that want one; gone when closed. */
record TemporaryCopy(Path file) implements AutoCloseable {
  /**
   * Copies what is left of a stream.
   *
   * @throws IOException when the stream cannot be read
   * @throws Fault when the folder for temporary files takes no copy: that is not the stream's fault
   */
  static TemporaryCopy of(InputStream in, String name) throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    Path folder;
    OutputStream out;
    try {
      folder = Files.createTempDirectory(parent, "weighbridge");
      out = Files.newOutputStream(folder.resolve(name));
    } catch (IOException e) {
      throw refused(parent, e);
    }
    var copy = new TemporaryCopy(folder.resolve(name));
    try (out) {
      copy(in, out, parent);
      return copy;
    } catch (IOException | RuntimeException | Error e) {
      copy.close();
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out, Path parent) throws IOException {
    var chunk = new byte[1 << 16];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      try {
        out.write(chunk, 0, count);
      } catch (IOException e) {
        throw refused(parent, e);
      }
    }
  }

  private static Fault refused(Path parent, IOException e) {
    return new Fault(
        "Cannot write into "
            + parent
            + ", the folder for temporary files: "
            + AtomicFile.reason(e)
            + " (WEIGHBRIDGE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER names another).",
        e);
  }

  /** Removes it as far as the system allows; what stays harms nobody. */
  @Override
  public void close() {
    for (Path made : new Path[] {file, file.getParent()}) {
      try {
        Files.deleteIfExists(made);
      } catch (IOException e) {
        return;
      }
    }
  }
}
