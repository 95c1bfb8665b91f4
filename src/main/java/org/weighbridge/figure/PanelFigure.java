package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Plots one below the other over the same x, such as accuracy and loss over epochs.
 *
 * @param panels at least one; their captions are not shown, equal names of series mean the same
 */
public record PanelFigure(Caption caption, List<XyFigure> panels) implements Figure {
  public PanelFigure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no panels");
    }
  }

  @Override
  public DataTable data() {
    var rows = new ArrayList<List<String>>();
    for (XyFigure panel : panels) {
      for (List<String> row : panel.data().rows()) {
        var named = new ArrayList<>(row);
        named.addFirst(panel.y().label());
        rows.add(named);
      }
    }
    String x = panels.getLast().x().label();
    return new DataTable(List.of("panel", "series", x, "value", "low", "high"), rows);
  }
}
