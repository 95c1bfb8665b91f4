package org.weighbridge.experiment.json;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;

/** One record in a file of its own. */
public final class RecordFile {
  /** An assessment of a thousand layers at a thousand bounds needs less. */
  private static final long LARGEST = 256 << 20;

  private RecordFile() {}

  /**
   * Writes a record, whole or not at all.
   *
   * @throws Fault when the file cannot be written
   */
  public static void write(Record value, Path file) {
    byte[] text = RecordJson.pretty(value).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(text));
  }

  /**
   * The inverse of {@link #write}.
   *
   * @throws Fault when the file is missing or holds something else
   */
  public static <T extends Record> T read(Path file, Class<T> type) {
    try {
      return RecordJson.read(InputFile.text(file, LARGEST), type);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    } catch (JsonParseException e) {
      throw new Fault("%s is damaged: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
