package org.weighbridge.gui.layers;

import java.util.Comparator;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.FigureCard;
import org.weighbridge.gui.chart.FigureMenu;
import org.weighbridge.gui.fxml.Fxml;

/** One row of two lines per layer; the arrow keys move the selection. */
public final class LayerTable extends StackPane implements FigureCard {
  /** In the middle of the heading, and below the header's own menu; in pixels. */
  private static final Insets MENU = new Insets(2, 8, 0, 0);

  @FXML private TableView<LayerRow> table;
  @FXML private TableColumn<LayerRow, LayerSummary> name;
  @FXML private TableColumn<LayerRow, LayerSummary> weights;
  @FXML private TableColumn<LayerRow, LayerSummary> sparsity;
  @FXML private TableColumn<LayerRow, Bits> bits;
  @FXML private TableColumn<LayerRow, Optional<Sensitivity>> sensitivity;
  private final LayersViewModel model;
  private boolean following;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public LayerTable(LayersViewModel model) {
    this.model = model;
    Fxml.fill(this);
    name.setCellValueFactory(row -> row.getValue().summary());
    name.setCellFactory(column -> new NameCell());
    name.setComparator(Comparator.comparingInt(LayerSummary::index));
    weights.setCellValueFactory(row -> row.getValue().summary());
    weights.setCellFactory(column -> new WeightsCell());
    weights.setComparator(Comparator.comparingLong(LayerSummary::weights));
    sparsity.setCellValueFactory(row -> row.getValue().summary());
    sparsity.setCellFactory(column -> new SparsityCell());
    sparsity.setComparator(Comparator.comparingDouble(LayerSummary::sparsity));
    bits.setCellValueFactory(row -> row.getValue().bits());
    bits.setCellFactory(column -> new BitsCell());
    bits.setComparator(Comparator.comparingDouble(Bits::value));
    sensitivity.setCellValueFactory(row -> row.getValue().sensitivity());
    sensitivity.setCellFactory(column -> new SensitivityCell());
    sensitivity.setComparator(
        Comparator.comparingDouble(
            s -> s.map(Sensitivity::bound).orElse(Double.POSITIVE_INFINITY)));
    getChildren().add(menu());
    table.setPlaceholder(new Label("No layers yet"));
    table.setAccessibleText("Layers");
    var sorted = model.rows().sorted();
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
    model.selected().addListener(change -> follow());
    // after the table has heard of it: rows that are replaced lose their selection
    sorted.addListener((Observable change) -> Platform.runLater(this::select));
    follow();
  }

  /**
   * What the layers are sorted by: a column's id and the direction; empty in the network's order.
   */
  public String order() {
    return table.getSortOrder().stream()
        .findFirst()
        .map(column -> column.getId() + " " + column.getSortType())
        .orElse("");
  }

  /** Sorts as {@link #order} says it; what it does not know leaves the network's order. */
  public void sort(String order) {
    table.getSortOrder().clear();
    for (var column : table.getColumns()) {
      for (var type : TableColumn.SortType.values()) {
        if (order.equals(column.getId() + " " + type)) {
          column.setSortType(type);
          table.getSortOrder().add(column);
        }
      }
    }
  }

  @Override
  public Optional<CardFigure> figure() {
    return model.figure();
  }

  /** One menu for all: the table's own, of columns, would crowd the last heading with a second. */
  private MenuButton menu() {
    var menu = FigureMenu.button(this, "the layers");
    menu.setAccessibleText("Columns, export and copy: the layers");
    menu.setTooltip(new Tooltip("Columns, export and copy"));
    menu.getItems().add(0, new SeparatorMenuItem());
    menu.getItems().addAll(0, table.getColumns().stream().map(LayerTable::choice).toList());
    setAlignment(menu, Pos.TOP_RIGHT);
    setMargin(menu, MENU);
    return menu;
  }

  private static MenuItem choice(TableColumn<LayerRow, ?> column) {
    var item = new CheckMenuItem(column.getText());
    item.setId("column-" + column.getId());
    item.selectedProperty().bindBidirectional(column.visibleProperty());
    return item;
  }

  private void chosen(@Nullable LayerRow row) {
    if (row != null && !following) {
      model.selected().set(row.id());
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
