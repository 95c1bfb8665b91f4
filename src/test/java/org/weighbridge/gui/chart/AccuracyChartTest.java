package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

class AccuracyChartTest {
  private final FxRobot robot = new FxRobot();
  private AccuracyChart chart;
  private Stage stage;

  @BeforeEach
  void show() {
    chart = Stages.onFx(AccuracyChart::new);
    stage = Stages.show(chart, Theme.LIGHT, 460, 320);
    Stages.run(
        () -> {
          chart.setCurves(curves(3, 17));
          chart.setSelected("fc2");
          chart.setBudget(98.37, 0.3);
          chart.boundProperty().set(1e-2);
        });
    Stages.pulses(4);
  }

  @AfterEach
  void hide() {
    Stages.hide(stage);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void drawsWhatItIsGivenInEveryTheme(Theme theme) throws Exception {
    Stages.run(() -> theme.apply(stage.getScene()));
    Stages.pulses(4);
    Stages.keep(Stages.picture(stage), "accuracy-" + theme);
    assertEquals(
        3,
        visible(".curve-markers") - visible(".plot-legend .curve-markers"),
        "a marker path for each layer");
    assertEquals(1, visible(".curve-band"), "only the selected layer shows its interval");
    assertEquals(1, visible(".bound-line"));
    assertEquals(1, visible(".budget-band"));
  }

  @Test
  void showsPointsOneByOneWhileAttached() {
    for (int points = 1; points <= 12; points++) {
      List<CurveData> soFar = curves(3, points);
      Stages.run(() -> chart.setCurves(soFar));
      Stages.pulses(1);
    }
    Stages.pulses(2);
    Path line = (Path) chart.lookup(".curve.selected");
    assertNotNull(line, "the selection stays");
    assertEquals(12, line.getElements().size());
  }

  @Test
  void takesNewDataWhileItIsBeingAttachedWithoutHanging() {
    Stages.run(
        () -> {
          var other = new AccuracyChart();
          var window = new Stage();
          window.setScene(new javafx.scene.Scene(other, 300, 200));
          window.show();
          other.setCurves(curves(3, 5));
          other.setCurves(curves(3, 6));
          window.hide();
        });
  }

  @Test
  void marksTheBoundThatTheSliderHas() {
    var slider = Stages.onFx(() -> new javafx.scene.control.Slider(1e-4, 0.2, 1e-3));
    Stages.run(() -> chart.boundProperty().bindBidirectional(slider.valueProperty()));
    Stages.pulses(3);
    double before = handle().getBoundsInParent().getCenterX();
    Stages.run(() -> slider.setValue(1e-2));
    Stages.pulses(3);
    double after = handle().getBoundsInParent().getCenterX();
    assertEquals(plotX(1e-2), after, 1.5);
    assertTrue(after > before + 20, before + " to " + after);
  }

  @Test
  void dragsTheMarkerToAnotherBoundInOneChange() {
    var changes = new ArrayList<Boolean>();
    Stages.run(
        () ->
            chart
                .boundChangingProperty()
                .addListener((value, old, changing) -> changes.add(changing)));
    robot.drag(handle(), MouseButton.PRIMARY).moveBy(-60, 0).drop();
    Stages.pulses(2);
    double bound = chart.boundProperty().get();
    assertTrue(bound < 5e-3, "dragged to " + bound);
    assertTrue(bound > 1e-4, "dragged to " + bound);
    assertEquals(List.of(true, false), changes);
    assertEquals(Steps.round(bound), bound, "a number that people can read");
  }

  @Test
  void arrowKeysStepThrough125() {
    Stages.run(chart::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertEquals(2e-2, chart.boundProperty().get(), 1e-12);
    robot.type(KeyCode.LEFT, 2);
    assertEquals(5e-3, chart.boundProperty().get(), 1e-12);
  }

  @Test
  void hoveringShowsExactValuesAndAClickSelects() {
    var selected = new AtomicReference<String>();
    Stages.run(() -> chart.setOnSelect(selected::set));
    CurveData layer = curves(3, 17).get(0);
    Node area = chart.lookup(".chart-canvas");
    Point2D at =
        Stages.onFx(
            () ->
                area.localToScreen(
                    chart.x.getDisplayPosition(layer.bounds()[11]),
                    chart.y.getDisplayPosition(layer.accuracy()[11])));
    robot.moveTo(at);
    Stages.pulses(2);
    Label tip = (Label) chart.lookup(".plot-tip");
    assertTrue(tip.isVisible());
    assertTrue(tip.getText().startsWith("fc1"), tip.getText());
    assertTrue(
        tip.getText().contains("accuracy %.2f %%".formatted(layer.accuracy()[11])), tip.getText());
    robot.clickOn(at, MouseButton.PRIMARY);
    assertEquals("fc1", selected.get());
  }

  @Test
  void betweenAssessedPointsValuesAreInterpolatedAndCalledSo() {
    Stages.pulses(3);
    var layer = curves(3, 17).getFirst();
    double bound = Math.sqrt(layer.bounds()[4] * layer.bounds()[5]);
    double accuracy = (layer.accuracy()[4] + layer.accuracy()[5]) / 2;
    Stages.run(() -> chart.setCurves(curves(1, 17)));
    Stages.pulses(3);
    // beyond the reach of the points to both sides
    double x = plotX(bound);
    var text =
        Stages.onFx(() -> chart.hoverAt(x, chart.y.getDisplayPosition(accuracy) + 18))
            .orElseThrow()
            .text();
    assertTrue(text.contains("interpolated"), text);
    assertTrue(text.contains("accuracy %.2f %%".formatted(accuracy)), text);
    assertTrue(text.contains("9.55 KB"), text);
  }

  @Test
  void theAxisShowsTheKneeUnlessAllOfTheFallIsAskedFor() {
    Stages.pulses(3);
    double near = Stages.onFx(() -> chart.y.getMin());
    Stages.run(() -> chart.setWhole(true));
    Stages.pulses(3);
    double far = Stages.onFx(() -> chart.y.getMin());
    assertTrue(near > 96, "within a few budgets of the baseline, not " + near);
    assertTrue(far < 60, "down to the least accuracy, not " + far);
  }

  @Test
  void accessibleTextNamesTheSelectedCurve() {
    assertTrue(chart.getAccessibleText().contains("fc2"), chart.getAccessibleText());
  }

  @Test
  void manyLayersStandBackBehindTheSelectedOne() {
    Stages.run(() -> chart.setCurves(curves(20, 9)));
    Stages.pulses(2);
    assertEquals(1, visible(".legend-item"));
    assertEquals(19, chart.lookupAll(".curve.faint").size());
  }

  @Test
  void aSentenceStandsInForCurvesThatAreNotThereYet() {
    assertEquals("", hint().getText());
    Stages.run(() -> chart.setCurves(List.of()));
    assertNotEquals("", hint().getText());
  }

  private Label hint() {
    return (Label) chart.lookup(".hint");
  }

  private Node handle() {
    return chart.lookup(".bound-handle");
  }

  private double plotX(double bound) {
    return Stages.onFx(() -> chart.x.getDisplayPosition(bound));
  }

  private long visible(String selector) {
    return chart.lookupAll(selector).stream().filter(Node::isVisible).count();
  }

  /** Curves with a knee, earlier for later layers, as assessments give them. */
  private static List<CurveData> curves(int layers, int points) {
    var curves = new ArrayList<CurveData>();
    for (int layer = 0; layer < layers; layer++) {
      double[] bounds = new double[points];
      double[] accuracy = new double[points];
      double[] low = new double[points];
      double[] high = new double[points];
      double[] bytes = new double[points];
      for (int i = 0; i < points; i++) {
        bounds[i] = 1e-4 * Math.pow(10, 0.2 * i);
        accuracy[i] = 98.37 - 60 / (1 + Math.pow(0.15 / (layer + 1) / bounds[i], 2.5));
        low[i] = accuracy[i] - 0.25;
        high[i] = accuracy[i] + 0.23;
        bytes[i] = 10_000 - 100 * i;
      }
      curves.add(new CurveData("fc" + (layer + 1), layer, bounds, accuracy, low, high, bytes));
    }
    return curves;
  }
}
