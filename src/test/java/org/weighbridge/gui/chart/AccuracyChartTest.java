package org.weighbridge.gui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

class AccuracyChartTest {
  static List<CurveData> curves(int layers, int points) {
    var curves = new ArrayList<CurveData>();
    for (int layer = 0; layer < layers; layer++) {
      double[] bounds = new double[points];
      double[] accuracy = new double[points];
      double[] low = new double[points];
      double[] high = new double[points];
      for (int i = 0; i < points; i++) {
        bounds[i] = 1e-4 * Math.pow(10, 3.2 * i / 16);
        accuracy[i] = 98.37 - 60 / (1 + Math.pow(0.15 / (layer + 1) / bounds[i], 2.5));
        low[i] = accuracy[i] - 0.25;
        high[i] = accuracy[i] + 0.23;
      }
      curves.add(new CurveData("fc" + (layer + 1), layer, bounds, accuracy, low, high));
    }
    return curves;
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void drawsCurvesBudgetAndMarker(Theme theme) throws Exception {
    AccuracyChart chart = Stages.onFx(AccuracyChart::new);
    Stages.run(
        () -> {
          chart.setCurves(curves(4, 17));
          chart.setSelected("fc2");
          chart.setBudget(98.37, 0.3);
          chart.boundProperty().set(2e-2);
        });
    Stage stage = Stages.show(chart, theme, 420, 300);
    Stages.keep(Stages.picture(stage), "accuracy-" + theme);
    Stages.hide(stage);
  }
}
