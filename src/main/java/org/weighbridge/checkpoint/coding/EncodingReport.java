package org.weighbridge.checkpoint.coding;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PieceRecord;
import org.weighbridge.container.stream.StreamPlan;

/** Adds up what becomes of tensors, block by block. */
final class EncodingReport {
  private final StreamPlan plan;
  private final long[] bytes;
  private final double[] bounds;
  private final double[] errors;
  private final int[] blocks;
  private final int[] carried;

  EncodingReport(StreamPlan plan) {
    this.plan = plan;
    int tensors = plan.tensors().size();
    bytes = new long[tensors];
    bounds = new double[tensors];
    errors = new double[tensors];
    blocks = new int[tensors];
    carried = new int[tensors];
  }

  void add(Piece piece, PieceRecord record, long recordBytes) {
    if (!piece.ofTensor()) {
      return;
    }
    int tensor = piece.tensor();
    bytes[tensor] += recordBytes;
    blocks[tensor]++;
    switch (record) {
      case PieceRecord.Carried _ -> carried[tensor]++;
      case PieceRecord.Coded coded -> {
        bounds[tensor] = Math.max(bounds[tensor], coded.bound());
        errors[tensor] = Math.max(errors[tensor], coded.maxError());
      }
    }
  }

  List<EncodedTensor> tensors() {
    var tensors = new ArrayList<EncodedTensor>();
    for (int i = 0; i < bytes.length; i++) {
      var tensor = plan.tensors().get(i);
      tensors.add(
          new EncodedTensor(
              tensor.name(),
              tensor.type(),
              tensor.codec(),
              tensor.setting(),
              tensor.size(),
              tensor.size() * tensor.width(),
              bytes[i],
              bounds[i],
              errors[i],
              blocks[i],
              carried[i]));
    }
    return tensors;
  }
}
