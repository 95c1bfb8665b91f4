package org.weighbridge.container.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * How a plan is cut into pieces: a function of the plan alone, so that pieces cover every file
 * exactly whoever wrote it. A tensor is cut into blocks of as many whole rows as have at most
 * {@link StreamPlan#block()} weights together, as evenly as that goes; where a row is longer, it is
 * cut itself. What lies between tensors is cut into chunks of 4 × as many bytes.
 */
public final class Pieces {
  private static final int CHUNK = 4;

  private Pieces() {}

  /** How many pieces there are, without making them. */
  static long count(StreamPlan plan) {
    var counted = new long[1];
    walk(
        plan,
        new Visitor() {
          @Override
          public void between(int file, long from, long to) {
            counted[0] =
                Math.addExact(counted[0], Math.ceilDiv(to - from, (long) CHUNK * plan.block()));
          }

          @Override
          public void tensor(int index) {
            var cut = Cut.of(plan.tensors().get(index), plan.block());
            counted[0] = Math.addExact(counted[0], cut.count());
          }
        });
    return counted[0];
  }

  /** All pieces; the plan was found to have a sensible number of them. */
  public static List<Piece> of(StreamPlan plan) {
    var pieces = new ArrayList<Piece>();
    walk(
        plan,
        new Visitor() {
          @Override
          public void between(int file, long from, long to) {
            int chunk = CHUNK * plan.block();
            for (long at = from; at < to; at += chunk) {
              int length = (int) Math.min(chunk, to - at);
              pieces.add(new Piece(pieces.size(), file, at, length, -1, 0, 0, 0));
            }
          }

          @Override
          public void tensor(int index) {
            blocks(plan, index, pieces);
          }
        });
    return List.copyOf(pieces);
  }

  private static void blocks(StreamPlan plan, int index, List<Piece> pieces) {
    var tensor = plan.tensors().get(index);
    var cut = Cut.of(tensor, plan.block());
    for (long row = 0; row < cut.totalRows(); row += cut.rows()) {
      int rows = (int) Math.min(cut.rows(), cut.totalRows() - row);
      for (long column = 0; column < cut.totalColumns(); column += cut.columns()) {
        int columns = (int) Math.min(cut.columns(), cut.totalColumns() - column);
        long first = row * cut.totalColumns() + column;
        pieces.add(
            new Piece(
                pieces.size(),
                tensor.file(),
                tensor.offset() + first * tensor.width(),
                rows * columns * tensor.width(),
                index,
                first,
                rows,
                columns));
      }
    }
  }

  /** The even extent of blocks of a tensor. */
  private record Cut(long totalRows, long totalColumns, long rows, long columns) {
    static Cut of(PlannedTensor tensor, int block) {
      long rows = tensor.rows();
      long columns = tensor.columns();
      if (rows == 0 || columns == 0) {
        return new Cut(0, 0, 1, 1);
      }
      return columns > block
          ? new Cut(rows, columns, 1, evenly(columns, block))
          : new Cut(rows, columns, evenly(rows, block / columns), columns);
    }

    private static long evenly(long all, long most) {
      return Math.ceilDiv(all, Math.ceilDiv(all, most));
    }

    long count() {
      return Math.multiplyExact(Math.ceilDiv(totalRows, rows), Math.ceilDiv(totalColumns, columns));
    }
  }

  private interface Visitor {
    void between(int file, long from, long to);

    void tensor(int index);
  }

  /** Visits what a plan's files consist of, in order. */
  private static void walk(StreamPlan plan, Visitor visitor) {
    int next = 0;
    for (int file = 0; file < plan.files().size(); file++) {
      long at = 0;
      while (next < plan.tensors().size() && plan.tensors().get(next).file() == file) {
        var tensor = plan.tensors().get(next);
        visitor.between(file, at, tensor.offset());
        visitor.tensor(next++);
        at = tensor.end();
      }
      visitor.between(file, at, plan.files().get(file).size());
    }
  }
}
