package org.weighbridge.gui.bytes;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.StackedBarFigure.Bar;
import org.weighbridge.figure.StackedBarFigure.Hatch;
import org.weighbridge.figure.StackedBarFigure.Segment;
import org.weighbridge.gui.chart.BytesRow;
import org.weighbridge.gui.chart.BytesRow.Kind;

/** The bars of the card as a figure, in bytes or in bits per kept weight. */
final class BytesFigure {
  /** In the order of {@link BytesRow#parts}. */
  private static final List<Segment> PARTS =
      List.of(
          new Segment("index", Palette.BLUE, Hatch.NONE),
          new Segment("values", Palette.SKY, Hatch.RISING),
          new Segment("outliers", Palette.VERMILLION, Hatch.FALLING),
          new Segment("tables", Palette.GREEN, Hatch.CROSSED),
          new Segment("header", Palette.GRAY, Hatch.RISING),
          new Segment("other", Palette.YELLOW, Hatch.NONE));

  private BytesFigure() {}

  /**
   * The figure.
   *
   * @param files whether rows are whole files
   * @param bits whether bits per kept weight are told; rows without weights are left out then
   * @param detail what else a reader must know
   */
  static StackedBarFigure of(List<BytesRow> rows, boolean files, boolean bits, String detail) {
    var bars = new ArrayList<Bar>();
    for (BytesRow row : rows) {
      if (row.total() > 0 && (!bits || row.kept() > 0)) {
        bars.add(bar(row, bits));
      }
    }
    var used = new ArrayList<Integer>();
    for (int part = 0; part < PARTS.size(); part++) {
      int at = part;
      if (bars.stream().anyMatch(bar -> bar.amounts().get(at) > 0)) {
        used.add(part);
      }
    }
    return new StackedBarFigure(
        new Caption(files ? "Bytes of whole files" : "Where the bytes go", detail),
        bits ? Axis.linear("bits per kept weight", "") : Axis.linear("encoded size", "B"),
        used.stream().map(PARTS::get).toList(),
        bars.stream()
            .map(
                bar ->
                    new Bar(
                        bar.name(), used.stream().map(bar.amounts()::get).toList(), bar.label()))
            .toList());
  }

  private static Bar bar(BytesRow row, boolean bits) {
    double unit = bits ? 8.0 / row.kept() : 1;
    var amounts = new ArrayList<Double>();
    for (long part : row.parts()) {
      amounts.add(part * unit);
    }
    String label = bits ? Numbers.fixed(row.bitsPerKeptWeight(), 2) : Numbers.bytes(row.total());
    return new Bar(
        row.kind() == Kind.PINNED ? row.layer() + ", pinned" : row.layer(), amounts, label);
  }
}
