package org.weighbridge.gui.layers;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell with nodes of its own, made once and filled again for every row it shows. */
abstract class LayerCell<T> extends TableCell<LayerRow, T> {
  private final Tooltip whole = new Tooltip();
  private @Nullable Node content;

  /** What the cell shows when it is not empty. */
  final void show(Node node) {
    content = node;
  }

  /** Fills the nodes; gives the tooltip, which has all digits. */
  abstract String fill(T item);

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    whole.setText(fill(item));
    setTooltip(whole);
    setGraphic(content);
  }
}
