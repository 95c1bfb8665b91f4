package org.weighbridge.gui.runs;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;

/** Tooltips of a table's column headers, which a column itself cannot have. */
final class HeaderTips {
  private final TableView<?> table;
  private final Function<TableColumnBase<?, ?>, String> words;

  /**
   * Tips for the headers of a table.
   *
   * @param words what is to be said of a column; empty for nothing
   */
  HeaderTips(TableView<?> table, Function<TableColumnBase<?, ?>, String> words) {
    this.table = table;
    this.words = words;
  }

  /** Headers are made by the skin, and anew whenever columns come or go. */
  void follow() {
    table.skinProperty().addListener(change -> Platform.runLater(this::install));
    table
        .getVisibleLeafColumns()
        .addListener((Observable change) -> Platform.runLater(this::install));
  }

  private void install() {
    for (var node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader header && header.getTableColumn() != null) {
        String text = words.apply(header.getTableColumn());
        if (!text.isEmpty() && header.getProperties().put(HeaderTips.class, text) == null) {
          Tooltip.install(header, new Tooltip(text));
          header.setAccessibleHelp(text);
        }
      }
    }
  }
}
