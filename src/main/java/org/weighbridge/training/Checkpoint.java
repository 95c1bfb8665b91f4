package org.weighbridge.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;

/**
 * The state of a training as a file, by custom named {@code .wbtrain}.
 *
 * <p>Eight bytes that name the format and its version, the state, and the CRC-32C of all that.
 * Numbers are big-endian, texts and arrays have their length in front.
 */
public final class Checkpoint {
  private static final byte[] MAGIC = {'W', 'B', 'T', 'R', 'A', 'I', 'N', 1};
  private static final int SUM_BYTES = Integer.BYTES;

  /** The longest array that Java can make for certain. */
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  private Checkpoint() {}

  /**
   * Writes a state; whoever reads the file meanwhile sees the one before.
   *
   * @throws Fault when the file cannot be written
   */
  public static void write(TrainingState state, Path file) {
    AtomicFile.write(file, out -> write(state, out));
  }

  static void write(TrainingState state, OutputStream out) throws IOException {
    var sum = new CRC32C();
    var checked = new CheckedOutputStream(out, sum);
    checked.write(MAGIC);
    new StateWriter(checked).write(state);
    out.write(ByteBuffer.allocate(SUM_BYTES).putInt((int) sum.getValue()).array());
  }

  /**
   * Reads a state.
   *
   * @throws Fault when the file cannot be read, is no checkpoint or is damaged
   */
  public static TrainingState read(Path file) {
    try {
      return read(InputFile.bytes(file, LARGEST), file.toString());
    } catch (IOException e) {
      throw new Fault("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  static TrainingState read(byte[] content, String name) {
    int end = content.length - SUM_BYTES;
    if (end < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(content, MAGIC.length))) {
      throw new Fault(
          name + " is no checkpoint of a training that this version wrote; name another file.");
    }
    var sum = new CRC32C();
    sum.update(content, 0, end);
    var stored = ByteBuffer.wrap(content, end, SUM_BYTES).getInt();
    if ((int) sum.getValue() != stored) {
      throw damaged(name, null);
    }
    try {
      return new StateReader(ByteBuffer.wrap(content, MAGIC.length, end - MAGIC.length)).read();
    } catch (StateReader.Damaged e) {
      throw damaged(name, e);
    }
  }

  private static Fault damaged(String name, @Nullable Throwable cause) {
    return new Fault(name + " is damaged: start the training anew without it.", cause);
  }
}
