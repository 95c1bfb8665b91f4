package org.weighbridge.codec.index;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.codec.rans.NumberModel;
import org.weighbridge.codec.rans.RansDecoder;
import org.weighbridge.codec.rans.RansEncoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
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
  @Override
  public String name() {
    return "cells";
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    var stripes = Stripes.of(mask);
    var head = CellHead.of(DensityGrid.of(mask, progress));
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
                    .encode(mask, stripes.from(i), stripes.to(i), encoder, counts[i], progress));
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
    var stripes = Stripes.of(mask);
    var coder = new ArithmeticDecoder(new ByteReader(in.bytes(in.count(in.remaining()))));
    var head = CellHead.unknown(mask).code(coder);
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
                streams[i].rest(), mask, stripes.from(i), stripes.to(i), counts[i], progress));
    return mask;
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
            int step = counts[i][at] - expected;
            int folded = numbers.code(coder, 0, step << 1 ^ step >> 31);
            counts[i][at] = expected + (folded >>> 1 ^ -(folded & 1));
            CellDecoder.checkCount(counts[i][at], positions);
          }
        }
      }
    }
  }
}
