package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TableLayoutTest {
  private static TableLayout at(FigureSize.Width width) {
    double points = width.mm() / 25.4 * 72 - 2 * FigurePainter.MARGIN;
    var layout = TableLayout.of(SampleFigures.table(3), points);
    assertTrue(layout.width() <= points + 1e-6, layout.width() + " of " + points);
    return layout;
  }

  @Test
  void aWidePageShowsEveryColumnInFullSize() {
    var layout = at(FigureSize.Width.TWO_COLUMNS);
    assertEquals(7, layout.places().size());
    assertEquals(7.5f, layout.font().getSize2D());
    assertEquals(1, layout.headingLines());
  }

  @Test
  void aNarrowPageLeavesOutSpareColumnsThenSizeThenLetters() {
    var layout = at(FigureSize.Width.ONE_COLUMN);
    assertEquals(6, layout.places().size());
    assertEquals(6.5f, layout.font().getSize2D());
    assertEquals(2, layout.headingLines());
    for (int i = 1; i < layout.places().size(); i++) {
      var before = layout.places().get(i - 1);
      assertTrue(before.x() + before.width() + 4.9 <= layout.places().get(i).x());
    }
  }
}
