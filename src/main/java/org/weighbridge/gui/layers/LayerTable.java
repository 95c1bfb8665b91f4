package org.weighbridge.gui.layers;

import java.util.Comparator;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.workbench.LayerFacts;

/** One row of two lines per layer; the arrow keys move the selection. */
public final class LayerTable extends VBox {
  @FXML private TableView<LayerFacts> table;
  @FXML private TableColumn<LayerFacts, LayerFacts> name;
  @FXML private TableColumn<LayerFacts, LayerFacts> shape;
  @FXML private TableColumn<LayerFacts, LayerFacts> sparsity;
  private final LayersViewModel model;
  private boolean following;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public LayerTable(LayersViewModel model) {
    this.model = model;
    Fxml.fill(this);
    column(
        name,
        Comparator.comparing(layer -> layer.layer().name()),
        layer -> shortName(layer.layer().name()),
        layer -> layer.layer().operator());
    column(
        shape,
        Comparator.comparing(LayerFacts::weights),
        layer -> layer.layer().shape().toString().replace(" ", ""),
        layer -> Numbers.count(layer.weights()));
    sparsity.setComparator(Comparator.comparing(LayerFacts::sparsity));
    sparsity.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    sparsity.setCellFactory(column -> new SparsityCell());
    table.setPlaceholder(new Label("No layers yet"));
    var sorted = model.layers().sorted();
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
    model.selected().addListener(change -> follow());
    // after the table has heard of it: a row that is replaced loses its selection
    sorted.addListener((Observable change) -> Platform.runLater(this::select));
    follow();
  }

  /** Without the ending that exporters give to all weights; the tooltip has the whole name. */
  private static String shortName(String name) {
    return name.replaceFirst("[._/]weight$", "");
  }

  private static void column(
      TableColumn<LayerFacts, LayerFacts> column,
      Comparator<LayerFacts> order,
      java.util.function.Function<LayerFacts, String> first,
      java.util.function.Function<LayerFacts, String> second) {
    column.setComparator(order);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(unused -> new TwoLineCell(first, second));
  }

  private void chosen(@org.jspecify.annotations.Nullable LayerFacts layer) {
    if (layer != null && !following) {
      model.selected().set(layer.id());
    }
  }

  /** Later: the table lays out rows it has just been given before it can scroll to one. */
  private void follow() {
    select();
    int row = table.getSelectionModel().getSelectedIndex();
    Platform.runLater(() -> table.scrollTo(Math.max(0, row - 1)));
  }

  private void select() {
    following = true;
    var id = model.selected().get();
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).id().equals(id)) {
        table.getSelectionModel().clearAndSelect(i);
      }
    }
    following = false;
  }
}
