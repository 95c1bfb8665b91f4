package org.weighbridge.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;

/**
 * The bytes of a checkpoint, mapped into memory: the heap holds only what is asked for. To be
 * closed when nobody reads from it any more.
 */
public final class MappedCheckpoint implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> files = new ArrayList<>();

  /**
   * Maps all files.
   *
   * @throws Fault when one cannot be read or has another size than it had
   */
  public MappedCheckpoint(Checkpoint checkpoint) {
    try {
      for (CheckpointFile file : checkpoint.files()) {
        files.add(map(file));
      }
    } catch (Throwable e) {
      arena.close();
      throw e;
    }
  }

  private MemorySegment map(CheckpointFile file) {
    try (var channel = FileChannel.open(file.path())) {
      if (channel.size() != file.size()) {
        throw new Fault(
            "%s has %d bytes now and had %d; let whatever writes it finish and try again."
                .formatted(file.path(), channel.size(), file.size()));
      }
      return channel.map(MapMode.READ_ONLY, 0, file.size(), arena);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file.path(), AtomicFile.reason(e)), e);
    }
  }

  /** The bytes of a file, by its index. */
  public MemorySegment file(int index) {
    return files.get(index);
  }

  /**
   * Some elements of a tensor as float32.
   *
   * @param first the first of them, counted in elements
   */
  public float[] floats(StoredTensor tensor, long first, int count) {
    int width = tensor.type().bytes();
    return tensor.type().read(file(tensor.file()), tensor.offset() + first * width, count);
  }

  /**
   * What the numbers are like, each of them looked at on all processors.
   *
   * @param checkpoint what is mapped here
   * @return one per tensor, in the checkpoint's order; {@link TensorFacts#NONE} where it is no kind
   *     of float
   */
  public List<TensorFacts> facts(Checkpoint checkpoint, Progress progress) {
    return Counting.count(checkpoint, this, progress);
  }

  @Override
  public void close() {
    arena.close();
  }
}
