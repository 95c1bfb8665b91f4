package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.weighbridge.figure.DataTable;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

class ChartCardTest {
  private static final DataTable TABLE =
      new DataTable(List.of("bound", "count"), List.of(List.of("0.1", "3")));

  @Test
  void asksItsFrameToSavePictureAndData() throws Exception {
    var asked = new ArrayList<SaveRequest>();
    ChartCard card = Stages.onFx(() -> card("Loss against ratio"));
    Stage stage = Stages.show(new HBox(card), Theme.LIGHT, 400, 280);
    Stages.run(
        () -> {
          card.getScene().getRoot().addEventHandler(SaveRequest.TYPE, asked::add);
          card.setData(() -> TABLE);
          item(card, "Save picture (PNG)…").fire();
          item(card, "Save data as CSV…").fire();
          item(card, "Copy data as CSV").fire();
        });
    assertEquals(
        List.of("loss-against-ratio.png", "loss-against-ratio.csv"),
        asked.stream().map(SaveRequest::suggestion).toList());
    var png = ImageIO.read(new ByteArrayInputStream(asked.getFirst().content()));
    assertNotNull(png, "a PNG file that others read");
    assertEquals(2 * Math.ceil(card.getContent().getLayoutBounds().getWidth()), png.getWidth(), 2);
    assertEquals(
        "bound,count\n0.1,3\n", new String(asked.getLast().content(), StandardCharsets.UTF_8));
    assertEquals(
        "bound,count\n0.1,3\n", Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));
    Stages.hide(stage);
  }

  @Test
  void offersDataOnlyWhereThereIsSomeAndItsOwnChoicesFirst() {
    ChartCard card = Stages.onFx(() -> card("Bytes"));
    assertTrue(item(card, "Save data as CSV…").isDisable());
    Stages.run(
        () -> {
          card.getOptions().add(new MenuItem("Bits per weight"));
          card.setData(() -> TABLE);
        });
    assertEquals("Bits per weight", card.menu().getItems().getFirst().getText());
    assertTrue(!item(card, "Save data as CSV…").isDisable());
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
