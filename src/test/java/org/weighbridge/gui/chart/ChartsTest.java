package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

class ChartsTest {
  @Test
  void histogramPlacesBarsAndBound() {
    HistogramChart chart = Stages.onFx(ChartsTest::histogram);
    Stage stage = Stages.show(chart, Theme.LIGHT, 400, 260);
    Bounds bars = chart.lookup(".bars").getBoundsInParent();
    assertEquals(chart.x.getDisplayPosition(-0.02), bars.getMinX(), 2);
    assertEquals(chart.x.getDisplayPosition(0.02), bars.getMaxX(), 2);
    assertEquals(chart.y.getDisplayPosition(300), bars.getMinY(), 2);
    List<String> labels =
        chart.lookupAll(".marker-label").stream().map(label -> ((Label) label).getText()).toList();
    assertEquals(List.of("−ε", "+ε"), labels);
    assertTrue(chart.getAccessibleText().contains("800 values"), chart.getAccessibleText());
    Stages.hide(stage);
  }

  @Test
  void histogramRefusesEdgesThatDoNotFit() {
    Stages.run(
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () -> new HistogramChart().setBins(new double[2], new double[2], "w", false)));
  }

  @Test
  void logarithmicCountsLeaveEmptyBinsOut() {
    HistogramChart chart =
        Stages.onFx(
            () -> {
              var log = new HistogramChart();
              log.setBins(new double[] {0, 1, 2, 3}, new double[] {1000, 0, 1}, "w", true);
              return log;
            });
    Stage stage = Stages.show(chart, Theme.DARK, 400, 260);
    var bars = (javafx.scene.shape.Path) chart.lookup(".bars");
    assertEquals(2 * 5, bars.getElements().size(), "two bars of five path elements");
    assertTrue(bars.getBoundsInParent().getHeight() > 100);
    Stages.hide(stage);
  }

  @Test
  void bytesAreDrawnToScaleAndSelectable() {
    var picked = new ArrayList<String>();
    BytesChart chart = Stages.onFx(ChartsTest::bytes);
    Stages.run(() -> chart.setOnSelect(picked::add));
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 180);
    List<Node> bars = List.copyOf(chart.lookupAll(".bytes-row"));
    double small = width(bars.get(0));
    double large = width(bars.get(1));
    assertEquals(10.0, large / small, 0.01);
    var robot = new FxRobot();
    robot.clickOn(bars.get(1));
    robot.type(KeyCode.UP).type(KeyCode.TAB);
    Stages.run(() -> bars.get(0).requestFocus());
    robot.type(KeyCode.ENTER);
    assertEquals(List.of("fc1", "conv1"), picked);
    assertTrue(
        bars.get(1).getAccessibleText().contains("values 2,000 (20.0 %)"),
        bars.get(1).getAccessibleText());
    Stages.hide(stage);
  }

  @Test
  void theSelectedLayersBytesAreInSightAmongMany() {
    BytesChart chart = Stages.onFx(BytesChart::new);
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 180);
    Stages.run(
        () -> {
          chart.setSelected("conv35");
          chart.setRows(
              IntStream.range(0, 40).mapToObj(i -> row("conv" + i, 10, 20, 0, 1, 1)).toList());
        });
    Stages.pulses(3);
    Node selected = chart.lookup(".bytes-row.selected");
    var row = selected.localToScene(selected.getLayoutBounds());
    Node list = chart.lookup(".viewport");
    var seen = list.localToScene(list.getLayoutBounds());
    assertTrue(seen.contains(row), row + " in " + seen);
    Stages.hide(stage);
  }

  @Test
  void lossAgainstRatioRingsTheCurrentConfiguration() {
    ParetoChart chart = Stages.onFx(ChartsTest::pareto);
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    Node ring = chart.lookup(".current-ring");
    assertTrue(ring.isVisible());
    assertEquals(chart.x.getDisplayPosition(58), ring.getBoundsInParent().getCenterX(), 0.5);
    Stages.run(() -> chart.setCurrent(Double.NaN, Double.NaN));
    Stages.pulses(3);
    assertTrue(!ring.isVisible());
    Stages.hide(stage);
  }

  @Test
  void dotsHaveErrorBarsAndCanBePicked() {
    var picked = new ArrayList<String>();
    ParetoChart chart = Stages.onFx(ChartsTest::pareto);
    Stages.run(() -> chart.setOnPick((name, dot) -> picked.add(name + " " + dot)));
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    var bars = (javafx.scene.shape.Path) chart.lookup(".error-bars");
    assertEquals(2 * 2, bars.getElements().size(), "two bars of two path elements");
    double px = chart.x.getDisplayPosition(35);
    double py = chart.y.getDisplayPosition(0.02);
    var hover = Stages.onFx(() -> chart.hoverAt(px + 2, py - 2)).orElseThrow();
    assertEquals("search\n35", hover.text());
    hover.onClick().run();
    assertEquals(List.of("search 0"), picked);
    Stages.hide(stage);
  }

  @Test
  void whatLiesOutsideOfTheAxesIsAnArrowWithItsLoss() {
    ParetoChart chart = Stages.onFx(ChartsTest::pareto);
    Stages.run(() -> chart.setCurrent(58, 23.23));
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    assertTrue(chart.y.getMax() < 23, "the axis is not stretched to " + chart.y.getMax());
    assertTrue(!chart.lookup(".current-ring").isVisible());
    var words =
        chart.lookupAll(".edge-label").stream()
            .filter(Node::isVisible)
            .map(label -> ((Label) label).getText())
            .toList();
    assertEquals(List.of("current 23.23 pp"), words);
    Stages.run(() -> chart.setCurrent(58, 2.5));
    Stages.run(chart::layout);
    assertTrue(chart.y.getMax() > 2.5, "the budget and the current one are both in range");
    assertTrue(chart.y.getMin() < 0.3);
    Stages.hide(stage);
  }

  @Test
  void tabDoesNotStopInsideOfAChart() {
    ParetoChart chart = Stages.onFx(ChartsTest::pareto);
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    var stops =
        chart.lookupAll("*").stream()
            .filter(node -> !node.equals(chart) && node.isFocusTraversable())
            .map(node -> node.getClass().getSimpleName())
            .toList();
    assertEquals(List.of(), stops);
    Stages.hide(stage);
  }

  @Test
  void theDiagonalIsWhereLossesAddUp() {
    AdditivityChart chart = Stages.onFx(AdditivityChart::new);
    Stages.run(
        () ->
            chart.setSeries(
                List.of(
                    new DotSeries("search", 1, 4, List.of(new DotSeries.Dot(0.4, 0.5, 0.1, ""))))));
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    var diagonal = (javafx.scene.shape.Line) chart.lookup(".diagonal");
    double atStart = chart.x.getValueForDisplay(diagonal.getStartX());
    double atEnd = chart.x.getValueForDisplay(diagonal.getEndX());
    assertEquals(atStart, chart.y.getValueForDisplay(diagonal.getStartY()), 1e-6);
    assertEquals(atEnd, chart.y.getValueForDisplay(diagonal.getEndY()), 1e-6);
    assertTrue(atEnd > 0.4 && atStart <= 0, atStart + " to " + atEnd);
    Stages.hide(stage);
  }

  @Test
  void oneCardOfADeckIsOnTop() {
    var first = Stages.onFx(() -> new ChartCard("First", new Label("one")));
    var second = Stages.onFx(() -> new ChartCard("Second", new Label("two")));
    Deck deck = Stages.onFx(() -> new Deck(List.of(first, second)));
    Stage stage = Stages.show(deck, Theme.LIGHT, 420, 280);
    assertTrue(first.isVisible() && !second.isVisible());
    new FxRobot().clickOn("Second");
    Stages.pulses(1);
    assertTrue(second.isVisible() && !first.isVisible());
    Stages.hide(stage);
  }

  @Test
  void narrowLogarithmicAxesHaveTicksAt125() {
    ParetoChart chart = Stages.onFx(ChartsTest::pareto);
    Stage stage = Stages.show(chart, Theme.LIGHT, 420, 280);
    List<String> ticks =
        Stages.onFx(() -> chart.x.getTickMarks().stream().map(tick -> tick.getText()).toList());
    assertEquals(List.of("20", "50"), ticks);
    Stages.hide(stage);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axisTextStandsOutFromTheCard(Theme theme) throws Exception {
    GridPane grid =
        Stages.onFx(
            () -> {
              var pane = new GridPane(8, 8);
              pane.add(new ChartCard("Reconstruction error", histogram()), 0, 0);
              pane.add(new ChartCard("Loss against ratio", pareto()), 1, 0);
              pane.add(new ChartCard("Where the bytes go", bytes()), 0, 1);
              pane.add(new ChartCard("Accuracy", new AccuracyChart()), 1, 1);
              return pane;
            });
    Stage stage = Stages.show(grid, theme, 900, 640);
    Stages.pulses(4);
    BufferedImage picture = Stages.picture(stage);
    Stages.keep(picture, "charts-" + theme);
    HistogramChart chart = (HistogramChart) grid.lookup(".plot");
    Bounds axis = Stages.onFx(() -> chart.x.localToScene(chart.x.getBoundsInLocal()));
    double least = 255;
    double most = 0;
    for (int y = (int) axis.getMinY(); y < axis.getMaxY(); y++) {
      for (int x = (int) axis.getMinX(); x < axis.getMaxX(); x++) {
        double light = picture.getRGB(x, y) >> 8 & 255;
        least = Math.min(least, light);
        most = Math.max(most, light);
      }
    }
    assertTrue(most - least > 90, "grey levels from " + least + " to " + most);
    Stages.hide(stage);
  }

  @Test
  void pngKeepsEveryPixel() throws Exception {
    var image = new WritableImage(3, 2);
    int[] colours = {0xFF000000, 0xFFFFFFFF, 0xFF123456, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF};
    for (int i = 0; i < colours.length; i++) {
      image.getPixelWriter().setArgb(i % 3, i / 3, colours[i]);
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of((Image) image)));
    for (int i = 0; i < colours.length; i++) {
      assertEquals(colours[i], read.getRGB(i % 3, i / 3), "pixel " + i);
    }
  }

  private static double width(Node bar) {
    return bar.lookupAll(".bytes-part").stream()
        .mapToDouble(part -> ((Rectangle) part).getWidth())
        .sum();
  }

  private static HistogramChart histogram() {
    var chart = new HistogramChart();
    double[] edges = {-0.02, -0.01, 0, 0.01, 0.02};
    chart.setBins(edges, new double[] {100, 300, 300, 100}, "decoded − original", false);
    chart.setBound(0.02);
    return chart;
  }

  private static BytesRow row(
      String layer, long index, long values, long outliers, long tables, long header) {
    return new BytesRow(
        layer, BytesRow.Kind.CURRENT, "", index, values, outliers, tables, header, 0, 4000);
  }

  private static BytesChart bytes() {
    var chart = new BytesChart();
    chart.setRows(
        List.of(row("conv1", 500, 200, 100, 100, 100), row("fc1", 7000, 2000, 500, 400, 100)));
    return chart;
  }

  private static ParetoChart pareto() {
    var chart = new ParetoChart();
    chart.setSeries(
        List.of(
            new DotSeries(
                "search",
                1,
                4,
                List.of(
                    new DotSeries.Dot(35, 0.02, 0.05, "35"),
                    new DotSeries.Dot(58, 0.19, 0.08, "58"))),
            new DotSeries("sliders", 2, 4, List.of(new DotSeries.Dot(18, 0.3, Double.NaN, "18")))));
    chart.setFront(
        List.of(
            new DotSeries.Dot(18, 0, Double.NaN, ""), new DotSeries.Dot(60, 0.2, Double.NaN, "")));
    chart.setBudget(0.3);
    chart.setCurrent(58, 0.19);
    return chart;
  }
}
