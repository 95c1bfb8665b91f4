package org.weighbridge.codec.index;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.codec.rans.NumberModel;
import org.weighbridge.codec.rans.RansDecoder;
import org.weighbridge.codec.rans.RansEncoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * Rows and columns are put into classes of similar density, and the gaps within each cell (a class
 * of rows in a class of columns) are coded by rANS as the density of the cell says. Fast, and close
 * to the entropy of masks whose rows and columns are independent.
 *
 * <p>Stream: the size of the head (varint), the head (arithmetic code of {@link CellHead}, then of
 * the number of tokens of every cell in every stripe), then the stripes.
 */
public record CellIndex() implements IndexCoder {
  /** Matrices with fewer rows or columns have no classes of density. */
  private static final int FEW = 8;

  @Override
  public String name() {
    return "cells";
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same matrix, or another way to see it
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    var matrix = matrix(mask);
    var stripes = Stripes.small(matrix);
    var grid = matrix == mask ? DensityGrid.of(mask, progress) : DensityGrid.one(matrix);
    var head = CellHead.of(grid);
    var layout = CellLayout.of(head.columns(), head.columnClasses());
    var tables = CellTables.of(head.levels());
    var encoder = new RansEncoder(tables.frequencies());
    int[][] counts = new int[stripes.count()][head.rowClasses() * head.columnClasses()];
    byte[][] streams = new byte[stripes.count()][];
    WorkPool.forEach(
        streams.length,
        i ->
            streams[i] =
                new CellEncoder(head, layout, tables)
                    .encode(matrix, stripes.from(i), stripes.to(i), encoder, counts[i], progress));
    var coder = new ArithmeticEncoder();
    head.code(coder);
    codeCounts(coder, counts, head, layout, tables, stripes);
    byte[] packed = coder.finish();
    var out = new ByteWriter().varint(packed.length).bytes(packed);
    Stripes.join(out, streams);
    return out.toBytes();
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    var mask = Mask.empty(shape);
    var matrix = matrix(mask);
    var stripes = Stripes.small(matrix);
    int start = in.offset();
    var coder = new ArithmeticDecoder(in.section());
    var head = CellHead.unknown(matrix).code(coder);
    var layout = CellLayout.of(head.columns(), head.columnClasses());
    var tables = CellTables.of(head.levels());
    int[][] counts = new int[stripes.count()][head.rowClasses() * head.columnClasses()];
    codeCounts(coder, counts, head, layout, tables, stripes);
    coder.end();
    var decoder = new CellDecoder(head, layout, tables, new RansDecoder(tables.frequencies()));
    var streams = stripes.split(in);
    WorkPool.forEach(
        streams.length,
        i ->
            decoder.decode(
                streams[i].rest(), matrix, stripes.from(i), stripes.to(i), counts[i], progress));
    int beyond = mask.size() & 63;
    if (beyond != 0 && mask.words()[mask.words().length - 1] >>> beyond != 0) {
      throw new MalformedStreamException(start, "a kept weight lies behind the end of the layer");
    }
    return mask;
  }

  /** The mask itself, or rows of a word each, some of them beyond the end, if it is hardly one. */
  private static Mask matrix(Mask mask) {
    return mask.rows() < FEW || mask.columns() < FEW
        ? new Mask(mask.words().length, Long.SIZE, mask.words())
        : mask;
  }

  /** The number of tokens of each cell, as its difference from what the density says. */
  private static void codeCounts(
      BitCoder coder,
      int[][] counts,
      CellHead head,
      CellLayout layout,
      CellTables tables,
      Stripes stripes) {
    var numbers = new NumberModel(1);
    for (int i = 0; i < counts.length; i++) {
      for (int a = 0; a < head.rowClasses(); a++) {
        int rows = CellLayout.members(head.rows(), a, stripes.from(i), stripes.to(i)).length;
        for (int b = 0; b < head.columnClasses(); b++) {
          int number = tables.of()[a][b];
          int positions = rows * layout.columns()[b].length;
          if (number >= 0 && positions > 0) {
            int at = a * head.columnClasses() + b;
            int expected = tables.tables().get(number).expected(positions);
            long step = NumberModel.fold((long) counts[i][at] - expected);
            long tokens = expected + NumberModel.unfold(numbers.code(coder, 0, step));
            if (tokens < 0 || tokens > positions) {
              throw new MalformedStreamException(0, "a cell has " + tokens + " tokens");
            }
            counts[i][at] = (int) tokens;
          }
        }
      }
    }
  }
}
