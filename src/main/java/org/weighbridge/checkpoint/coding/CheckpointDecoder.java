package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PlannedFile;
import org.weighbridge.container.stream.StreamReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.NpyFile;

/** Makes the files of a checkpoint again, block by block. */
public final class CheckpointDecoder {
  private static final int SLICE = 1 << 20;

  private final StreamReader file;
  private final BlockDecoder blocks;

  private CheckpointDecoder(StreamReader file) {
    this.file = file;
    this.blocks = new BlockDecoder(file);
  }

  /**
   * Decodes a file into a folder; or, of a checkpoint of one file, to that file, unless {@code
   * output} is a folder already.
   *
   * @return the files that were written
   * @throws Fault when the file is damaged, or there is no room
   */
  public static List<Path> decode(Path wbz, Path output, Progress progress) {
    try (var file = StreamReader.open(wbz)) {
      return new CheckpointDecoder(file).run(output, progress);
    }
  }

  /**
   * Decodes one tensor to a NumPy array of float32; reads nothing else.
   *
   * @return its dimensions
   * @throws Fault when there is no such tensor, or it is damaged
   */
  public static List<Long> tensor(Path wbz, String name, Path npy, Progress progress) {
    try (var file = StreamReader.open(wbz)) {
      var blocks = new BlockDecoder(file);
      int index = file.tensor(name);
      var tensor = file.plan().tensors().get(index);
      var pieces = file.piecesOf(index);
      progress.begin("Decoding " + name, pieces.size());
      NpyFile.write(
          tensor.dims(),
          npy,
          out -> {
            for (Piece piece : pieces) {
              out.write(blocks.weights(piece, progress.quiet()));
              progress.worked(1);
            }
          });
      return tensor.dims();
    }
  }

  private List<Path> run(Path output, Progress progress) {
    var plan = file.plan();
    progress.begin("Decoding " + plan.name(), plan.bytes());
    try (var folder = StagedFolder.open(output, plan.bytes())) {
      for (int i = 0; i < plan.files().size(); i++) {
        decode(i, folder.file(plan.files().get(i).name()), progress);
      }
      return folder.finish(plan.files().stream().map(PlannedFile::name).toList());
    }
  }

  private void decode(int index, Path to, Progress progress) {
    var pieces = file.pieces().stream().filter(piece -> piece.file() == index).toList();
    try (var channel =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      WorkPool.inOrder(
          pieces.size(),
          Ahead.of(file.plan().block()),
          i -> {
            progress.check();
            write(pieces.get(i), channel, to, progress.quiet());
            return pieces.get(i);
          },
          (piece, _) -> progress.worked(piece.length()));
      channel.force(true);
    } catch (IOException e) {
      throw StagedFolder.cannot(to, e);
    }
  }

  private void write(Piece piece, FileChannel channel, Path to, Progress progress) {
    var at = new long[] {piece.offset()};
    try {
      blocks.bytes(
          piece,
          (bytes, length) -> {
            // in slices: the JDK copies what it writes outside the heap, and keeps the room for
            // that
            for (int from = 0; from < length; from += SLICE) {
              var slice = ByteBuffer.wrap(bytes, from, Math.min(SLICE, length - from));
              while (slice.hasRemaining()) {
                at[0] += channel.write(slice, at[0]);
              }
            }
          },
          progress);
    } catch (IOException e) {
      throw StagedFolder.cannot(to, e);
    }
  }
}
