package org.weighbridge.checkpoint.coding;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.checkpoint.coding.CheckpointVerification.CheckedTensor;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.Setting;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PieceRecord;
import org.weighbridge.container.stream.StreamReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/** Holds an encoded checkpoint to its promise, block by block. */
public final class CheckpointVerifier {
  private final StreamReader file;
  private final MappedCheckpoint original;
  private final BlockDecoder blocks;

  private CheckpointVerifier(StreamReader file, MappedCheckpoint original) {
    this.file = file;
    this.original = original;
    this.blocks = new BlockDecoder(file);
  }

  /** What was found out about a piece. */
  private record Checked(
      Piece piece, boolean sameSource, boolean equal, double bound, BoundCheck check) {}

  /**
   * Decodes a file and compares every byte of it with the original.
   *
   * @throws Fault when the file cannot be decoded or is of another checkpoint
   */
  public static CheckpointVerification verify(Path wbz, Checkpoint original, Progress progress) {
    try (var file = StreamReader.open(wbz)) {
      requireSameFiles(wbz, file, original);
      try (var mapped = new MappedCheckpoint(original)) {
        return new CheckpointVerifier(file, mapped).run(wbz, progress);
      }
    }
  }

  private static void requireSameFiles(Path wbz, StreamReader file, Checkpoint original) {
    var planned = file.plan().files();
    var files = original.files();
    boolean same = planned.size() == files.size();
    for (int i = 0; same && i < files.size(); i++) {
      same = planned.get(i).size() == files.get(i).size();
    }
    if (!same) {
      throw new Fault(
          "%s was not made of %s: it holds %d files of %d bytes, which has %d of %d."
              .formatted(
                  wbz,
                  original.name(),
                  planned.size(),
                  file.plan().bytes(),
                  files.size(),
                  original.bytes()));
    }
  }

  private CheckpointVerification run(Path wbz, Progress progress) {
    var plan = file.plan();
    progress.begin("Verifying " + wbz.getFileName(), plan.bytes());
    int tensors = plan.tensors().size();
    double[] bounds = new double[tensors];
    double[] errors = new double[tensors];
    long[] violations = new long[tensors];
    long[] carried = new long[2];
    boolean[] same = {true};
    WorkPool.inOrder(
        file.pieces().size(),
        Ahead.of(plan.block()),
        i -> {
          progress.check();
          return check(file.pieces().get(i), progress.quiet());
        },
        (checked, _) -> {
          var piece = checked.piece();
          same[0] &= checked.sameSource();
          if (piece.ofTensor()) {
            int tensor = piece.tensor();
            bounds[tensor] = Math.max(bounds[tensor], checked.bound());
            errors[tensor] = Math.max(errors[tensor], checked.check().maxError());
            violations[tensor] += checked.check().violations();
          } else {
            carried[0] += piece.length();
            carried[1] += checked.equal() ? 0 : piece.length();
          }
          progress.worked(piece.length());
        });
    var results = new ArrayList<CheckedTensor>();
    for (int i = 0; i < tensors; i++) {
      results.add(
          new CheckedTensor(plan.tensors().get(i).name(), bounds[i], errors[i], violations[i]));
    }
    return new CheckpointVerification(results, carried[0], carried[1], same[0]);
  }

  private Checked check(Piece piece, Progress progress) {
    var block = Block.of(piece, original);
    var record = file.read(piece);
    boolean same = record.source() == block.checksum();
    return switch (record) {
      case PieceRecord.Carried carried -> {
        var bytes = MemorySegment.ofArray(blocks.bytes(piece, carried));
        boolean equal = bytes.mismatch(block.bytes()) < 0;
        // a carried block of a tensor has to be as it was to its last bit
        yield new Checked(piece, same, equal, 0, new BoundCheck(0, equal ? 0 : piece.weights()));
      }
      case PieceRecord.Coded coded -> {
        float[] rounded = blocks.rounded(piece, coded, progress);
        if (Written.checksum(blocks.type(piece), rounded) != coded.result()) {
          throw blocks.other(piece);
        }
        float[] values = block.weights(file.plan().tensors().get(piece.tensor())).values();
        double bound = bound(piece, coded);
        yield new Checked(
            piece, same, true, bound, BoundCheck.of(values, rounded, bound, promise(coded)));
      }
    };
  }

  /** What the block promises, and no more than was asked for. */
  private double bound(Piece piece, PieceRecord.Coded coded) {
    String asked = file.plan().tensors().get(piece.tensor()).setting();
    try {
      return Setting.parse(asked) instanceof ErrorBound bound
              && bound.mode() == ErrorBound.Mode.ABSOLUTE
          ? Math.min(bound.value(), coded.bound())
          : coded.bound();
    } catch (IllegalArgumentException e) {
      throw file.damaged(piece, "nothing is set to \"" + asked + "\"");
    }
  }

  private static Promise promise(PieceRecord.Coded coded) {
    return Codecs.byId(coded.codec()).promise();
  }
}
