package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.weighbridge.experiment.Run;

/**
 * The columns of the table of runs. Of many layers only the first have a column that is seen; the
 * table's own menu shows the others.
 */
final class RunColumns {
  /** So many layers' settings are seen at first. */
  private static final int LAYERS = 6;

  private static final double LAYER = 68;

  private static final double NOTE = 48;

  /** Left of the note's end: the menu of columns and a scroll bar. */
  private static final double EDGE = 18;

  private final TableView<Run> table;
  private final RunsViewModel model;
  private final TableColumn<Run, Run> network;
  private final TableColumn<Run, Run> note;
  private final List<TableColumn<Run, Run>> before = new ArrayList<>();

  /** Hidden where the table is too narrow for all, the first one first. */
  private final List<TableColumn<Run, Run>> crowded;

  private final Map<TableColumn<?, ?>, Boolean> fitted = new HashMap<>();
  private final Map<TableColumn<?, ?>, String> words = new HashMap<>();
  private final List<TableColumn<Run, Run>> after = new ArrayList<>();
  private final ObservableList<Quantity> shownBounds = FXCollections.observableArrayList();

  RunColumns(TableView<Run> table, RunsViewModel model) {
    this.table = table;
    this.model = model;
    var marks =
        column(
            "",
            "Filled: the current choices. Hollow: the pinned run",
            28,
            Comparator.comparing(this::rank),
            this::markCell);
    marks.setReorderable(false);
    var number = column(Quantity.NUMBER, 52);
    network =
        column(
            "Network",
            "What was encoded: as opened, pruned or retrained, and on what data where others are open",
            120,
            Comparator.comparing(model::network),
            () -> text(model::network, run -> RunText.pruning(run.pruning())));
    network.setVisible(false);
    note =
        column(
            "Note",
            "Why the run is there, and its #tags; Enter or a double click changes it",
            NOTE,
            Comparator.comparing(run -> NoteText.of(run).toString()),
            () -> new NoteCell(model::annotate));
    note.setEditable(true);
    var coder =
        column(
            "Coder",
            "The coder, and what of the coding is not as usual",
            66,
            Comparator.comparing(RunText::coder),
            () -> text(RunText::coder, RunText::coder));
    before.addAll(List.of(marks, number, coder, network));
    var size = column(Quantity.SIZE, 66);
    size.setVisible(false);
    var loss = column(Quantity.LOSS, 92);
    loss.setText("Loss [pp]");
    loss.setCellFactory(unused -> text(RunText::loss, this::accuracyWords));
    var top1 = column(Quantity.TOP1, 62);
    top1.setCellFactory(unused -> text(Quantity.TOP1::text, this::accuracyWords));
    var encode = column(Quantity.ENCODE, 58);
    var decode = column(Quantity.DECODE, 58);
    crowded = List.of(decode, encode);
    after.addAll(List.of(column(Quantity.RATIO, 54), size, top1, loss, encode, decode, note));
    model.bounds().addListener(change -> build());
    model.all().addListener((Observable change) -> showNetwork());
    model.current().addListener(change -> table.refresh());
    model.pinned().addListener(change -> table.refresh());
    build();
    table.widthProperty().addListener(change -> makeRoom());
    new HeaderTips(table, column -> words.getOrDefault(column, "")).follow();
    number.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().add(number);
  }

  /** The layers whose bounds are seen. */
  ObservableList<Quantity> shownBounds() {
    return shownBounds;
  }

  private void build() {
    var bounds = model.bounds().get();
    var columns = new ArrayList<>(before);
    for (int i = 0; i < bounds.size(); i++) {
      var quantity = bounds.get(i);
      var column = column(quantity, LAYER);
      column.setVisible(i < LAYERS);
      column.visibleProperty().addListener(change -> tellShown());
      columns.add(column);
    }
    columns.addAll(after);
    table.getColumns().setAll(columns);
    tellShown();
    stretchNote(columns);
    makeRoom();
  }

  private void showNetwork() {
    network.setVisible(model.severalNetworks());
    makeRoom();
  }

  private void tellShown() {
    var shown =
        table.getColumns().stream()
            .filter(TableColumn::isVisible)
            .map(TableColumn::getUserData)
            .filter(Quantity.class::isInstance)
            .map(Quantity.class::cast)
            .filter(model.bounds().get()::contains)
            .toList();
    shownBounds.setAll(shown);
  }

  /**
   * Hides what fits the least, shows it again where there is room; what the reader chose stays
   * until the room changes.
   */
  private void makeRoom() {
    double free =
        table.getWidth()
            - EDGE
            - NOTE
            - table.getColumns().stream()
                .filter(column -> column.isVisible() || crowded.contains(column))
                .filter(column -> !column.equals(note))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
    for (var column : crowded) {
      boolean fits = free >= 0;
      if (!Objects.equals(fitted.put(column, fits), fits)) {
        column.setVisible(fits);
      }
      free += fits ? 0 : column.getPrefWidth();
    }
  }

  /** The note has all the room that the others leave. */
  private void stretchNote(List<TableColumn<Run, Run>> columns) {
    var others = columns.stream().filter(column -> column != note).toList();
    var dependencies = new ArrayList<Observable>();
    dependencies.add(table.widthProperty());
    others.forEach(
        column -> {
          dependencies.add(column.widthProperty());
          dependencies.add(column.visibleProperty());
        });
    note.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        NOTE,
                        table.getWidth()
                            - EDGE
                            - others.stream()
                                .filter(TableColumn::isVisible)
                                .mapToDouble(TableColumn::getWidth)
                                .sum()),
                dependencies.toArray(Observable[]::new)));
  }

  private TableColumn<Run, Run> column(Quantity quantity, double width) {
    boolean ofLayer = model.bounds().get().contains(quantity);
    var column =
        column(
            ofLayer ? quantity.key() : quantity.title(),
            (ofLayer ? "What the layer's coder was set to; sorted by: " : "") + quantity.words(),
            width,
            Comparator.comparingDouble(quantity::of),
            () -> text(quantity::text, run -> exactly(quantity, run)));
    column.getStyleClass().add("numeric");
    column.setUserData(quantity);
    return column;
  }

  private TableColumn<Run, Run> column(
      String title,
      String whole,
      double width,
      Comparator<Run> order,
      Supplier<TableCell<Run, Run>> cell) {
    var column = new TableColumn<Run, Run>(title);
    words.put(column, whole);
    column.setPrefWidth(width);
    column.setMinWidth(32);
    column.setComparator(order);
    column.setEditable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(unused -> cell.get());
    return column;
  }

  private TableCell<Run, Run> markCell() {
    return new MarkCell(model::isCurrent, model::isPinned);
  }

  /** Current and pinned runs first. */
  private int rank(Run run) {
    return model.isCurrent(run) ? 0 : model.isPinned(run) ? 1 : 2;
  }

  private static TableCell<Run, Run> text(Function<Run, String> text, Function<Run, String> words) {
    return new RunCell(text, words);
  }

  /** The number in full precision. */
  private static String exactly(Quantity quantity, Run run) {
    double value = quantity.of(run);
    return quantity.words()
        + ": "
        + (Double.isNaN(value) ? "none" : value + " " + quantity.unit()).strip();
  }

  private String accuracyWords(Run run) {
    return run.accuracy()
        .map(
            a ->
                "%d of %d right, %s on %s\nloss %s pp ± %s pp (95 %%), flips: %d broken, %d mended"
                    .formatted(
                        a.accuracy().correct(),
                        a.accuracy().samples(),
                        a.accuracy().kind() == org.weighbridge.inference.Accuracy.Kind.LABELS
                            ? "by labels"
                            : "by agreement with the network as opened",
                        run.data(),
                        a.loss().points(),
                        a.loss().margin(),
                        a.flips().broken(),
                        a.flips().mended()))
        .orElse("Not measured: there were no data");
  }
}
