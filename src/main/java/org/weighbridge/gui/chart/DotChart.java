package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import javafx.scene.AccessibleRole;
import org.weighbridge.gui.chart.DotSeries.Dot;

/** Single measurements with error bars, one marker for each kind; each can be picked. */
public abstract class DotChart extends PlotRegion {
  private final String empty;
  private final Legend legend = new Legend();
  private final List<DotMarks> marks = new ArrayList<>();
  private List<DotSeries> series = List.of();
  private ObjIntConsumer<String> onPick = (name, dot) -> {};

  DotChart(DefaultNumericAxis x, DefaultNumericAxis y, String empty) {
    super(x, y);
    this.empty = empty;
    x.setTickLabelFormatter(AxisLabels.decimals());
    y.setTickLabelFormatter(AxisLabels.decimals());
    setBottom(legend);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setPlaceholder(empty);
  }

  /** Shows these series instead of the earlier ones. */
  public final void setSeries(List<DotSeries> data) {
    series = List.copyOf(data);
    marks.forEach(each -> removeMarks(each.nodes()));
    marks.clear();
    for (DotSeries each : series) {
      var made = new DotMarks(each);
      marks.add(made);
      addMarks(made.nodes());
    }
    legend.setEntries(legend());
    legend.setMore(legendMore());
    setPlaceholder(dots().isEmpty() ? empty : "");
    setAccessibleText(describe());
    refresh();
  }

  /** Called with the key of the series and the number of the dot, from 0, that was clicked. */
  public final void setOnPick(ObjIntConsumer<String> action) {
    onPick = action;
  }

  final List<Dot> dots() {
    return series.stream().flatMap(each -> each.dots().stream()).toList();
  }

  /** A remark after the legend, empty for none. */
  String legendMore() {
    return "";
  }

  /** The entries of the legend: those series that have dots. */
  List<Legend.Entry> legend() {
    return series.stream()
        .filter(each -> !each.dots().isEmpty())
        .map(
            each ->
                each.joined()
                    ? new Legend.Entry(each.name(), each.colour(), DotMarks.dash(each))
                    : Legend.Entry.ofDots(each.name(), each.colour()))
        .toList();
  }

  private String describe() {
    var words = new ArrayList<String>();
    series.forEach(each -> words.add(each.dots().size() + " " + each.name()));
    return String.join(", ", words);
  }

  @Override
  void place() {
    marks.forEach(each -> each.place(x, y));
  }

  @Override
  final Optional<Hover> hoverAt(double px, double py) {
    var nearest = new Nearest(px, py);
    for (DotSeries each : series) {
      for (int i = 0; i < each.dots().size(); i++) {
        int index = i;
        Dot dot = each.dots().get(i);
        nearest.offer(
            x.getDisplayPosition(dot.x()),
            y.getDisplayPosition(dot.y()),
            () -> each.name() + "\n" + dot.text(),
            () -> onPick.accept(each.key(), index));
      }
    }
    return nearest.found();
  }
}
