package org.weighbridge.experiment.session;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.json.RecordJson;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;

/**
 * A file of runs that only grows: JSON lines ({@code .jsonl}), one run each, {@code {"version":1,
 * "model":..., "sha256":..., "network":..., "data":..., "run":{...}}}.
 *
 * <p>Threads and processes may append to one file at once. What a kill cuts off is no run: the
 * unfinished last line is passed over by {@link #read}, and taken away by the next {@link #append}.
 */
public final class RunLog {
  /** How its name ends. */
  public static final String ENDING = ".jsonl";

  /** What this program writes. */
  static final int VERSION = 1;

  /** A hundred thousand runs of ten layers need less. */
  private static final long LARGEST = 1L << 30;

  private static final byte[] BEGINNING = "{\"version\":".getBytes(StandardCharsets.US_ASCII);

  private RunLog() {}

  /**
   * Whether a file begins like a run log.
   *
   * @param start its first bytes, 11 of them or all
   */
  public static boolean begins(byte[] start) {
    return start.length >= BEGINNING.length
        && Arrays.equals(Arrays.copyOf(start, BEGINNING.length), BEGINNING);
  }

  /**
   * Adds a run at the end, making the file and its folder where they are not there. It is on the
   * disk when this returns.
   *
   * @throws Fault when it cannot be written, or the file is something else
   */
  public static void append(Path file, LoggedRun run) {
    try {
      new GrowingFile(file, BEGINNING, RunLog::isWhole)
          .append(line(run).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  /**
   * All runs, oldest first; what a kill cut off at the end is none.
   *
   * @throws Fault naming the file, and the line when one is damaged
   */
  public static List<LoggedRun> read(Path file) {
    byte[] bytes = bytes(file);
    var runs = new ArrayList<LoggedRun>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        runs.add(run(Arrays.copyOfRange(bytes, from, at), file, runs.size() + 1));
        from = at + 1;
      }
    }
    byte[] last = Arrays.copyOfRange(bytes, from, bytes.length);
    if (isWhole(last)) {
      runs.add(parse(last));
    }
    return List.copyOf(runs);
  }

  private static byte[] bytes(Path file) {
    try {
      return InputFile.bytes(file, LARGEST);
    } catch (IOException e) {
      throw new Fault("Cannot open %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private static LoggedRun run(byte[] line, Path file, int number) {
    try {
      return parse(line);
    } catch (JsonParseException e) {
      throw new Fault(
          "Line %d of %s is no run: %s; take that line out of the file, or take a copy of it."
              .formatted(number, file, e.getMessage()),
          e);
    } catch (Fault e) {
      throw new Fault(
          "Cannot read line %d of %s: %s; take a newer version of the program."
              .formatted(number, file, e.sentence().replaceFirst("\\.$", "")),
          e);
    }
  }

  private static String line(LoggedRun run) {
    var document = new JsonObject();
    document.addProperty(FormatVersion.MEMBER, VERSION);
    RecordJson.tree(run).entrySet().forEach(m -> document.add(m.getKey(), m.getValue()));
    return RecordJson.line(document);
  }

  private static LoggedRun parse(byte[] line) {
    var tree = RecordJson.parse(new String(line, StandardCharsets.UTF_8));
    FormatVersion.of(tree, VERSION);
    var logged = RecordJson.read(tree, LoggedRun.class);
    Codecs.byId(logged.run().configuration().coding().codec());
    return logged;
  }

  private static boolean isWhole(byte[] line) {
    try {
      parse(line);
      return true;
    } catch (JsonParseException | Fault e) {
      return false;
    }
  }
}
