package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.gui.chart.FigureRequest.Wish;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

class ChartCardTest {
  private static final CardFigure FIGURE =
      new CardFigure(
          "errors of fc1.weight",
          () ->
              new XyFigure(
                  Caption.NONE, Axis.linear("x", ""), Axis.linear("y", ""), List.of(), List.of()));

  @Test
  void asksItsFrameForFilesAnImageAndData() {
    var asked = new ArrayList<FigureRequest>();
    ChartCard card = Stages.onFx(() -> card("Loss against ratio"));
    Stage stage = Stages.show(new HBox(card), Theme.LIGHT, 400, 280);
    Stages.run(
        () -> {
          card.getScene().getRoot().addEventHandler(FigureRequest.TYPE, asked::add);
          card.setFigure(() -> Optional.of(FIGURE));
          item(card, "Export…").fire();
          item(card, "Copy as image").fire();
          item(card, "Copy data as CSV").fire();
        });
    assertEquals(
        List.of(Wish.EXPORT, Wish.COPY_IMAGE, Wish.COPY_DATA),
        asked.stream().map(FigureRequest::wish).toList());
    asked.forEach(request -> assertEquals(FIGURE, request.figure()));
    assertEquals("errors-of-fc1.weight", FIGURE.fileName());
    Stages.hide(stage);
  }

  @Test
  void offersNothingWithoutAFigureAndItsOwnChoicesFirst() {
    ChartCard card = Stages.onFx(() -> card("Bytes"));
    Stage stage = Stages.show(new HBox(card), Theme.LIGHT, 400, 280);
    Stages.run(
        () -> {
          card.getOptions().add(new MenuItem("Bits per weight"));
          card.menu().show();
        });
    assertEquals("Bits per weight", card.menu().getItems().getFirst().getText());
    assertTrue(item(card, "Export…").isDisable());
    Stages.run(
        () -> {
          card.menu().hide();
          card.setFigure(() -> Optional.of(FIGURE));
          card.menu().show();
        });
    assertFalse(item(card, "Export…").isDisable());
    Stages.run(card.menu()::hide);
    Stages.hide(stage);
  }

  @Test
  void saysTheWholeSubtitleInATooltip() {
    ChartCard card = Stages.onFx(() -> card("Bytes"));
    Stages.run(() -> card.setSubtitle("a long remark"));
    Tooltip tip = Stages.onFx(() -> ((Label) card.lookup(".card-subtitle")).getTooltip());
    assertEquals("a long remark", tip.getText());
  }

  @Test
  void fillsTheGridAndComesBack() {
    List<ChartCard> cards =
        Stages.onFx(() -> List.of(card("One"), card("Two"), card("Three"), card("Four")));
    ChartGrid grid = Stages.onFx(() -> new ChartGrid(cards));
    ChartCard guest = Stages.onFx(() -> card("Guest"));
    Stage stage = Stages.show(new HBox(guest, grid), Theme.LIGHT, 800, 500);
    ChartCard second = cards.get(1);
    double narrow = second.getWidth();
    var place = second.getParent();
    Stages.run(() -> ((ButtonBase) second.lookup(".expand-button")).fire());
    Stages.pulses(2);
    assertEquals(grid.getWidth(), second.getWidth(), 1);
    assertTrue(grid.isExpanded());
    Stages.run(grid::restore);
    Stages.pulses(2);
    assertEquals(narrow, second.getWidth(), 1);
    assertEquals(place, second.getParent());

    Stages.run(() -> grid.expand(guest));
    Stages.run(() -> grid.expand(second));
    assertEquals(0, ((HBox) grid.getParent()).getChildren().indexOf(guest), "made room again");
    Stages.run(() -> ((ButtonBase) second.lookup(".expand-button")).fire());
    assertEquals(place, second.getParent());
    Stages.hide(stage);
  }

  private static ChartCard card(String title) {
    return new ChartCard(title, new Label("chart"));
  }

  private static MenuItem item(ChartCard card, String text) {
    return card.menu().getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }
}
