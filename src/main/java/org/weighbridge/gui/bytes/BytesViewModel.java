package org.weighbridge.gui.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.BytesRow;
import org.weighbridge.gui.chart.BytesRow.Kind;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/**
 * Where the bytes of the newest file go: the parts of every coded layer, and the rest, so that all
 * of it adds up to the file. The layers of the pinned run stand below their own. Or whole files:
 * the current one, and one of each coder that is compared.
 */
public final class BytesViewModel {
  /** The row of what is no coded layer. */
  static final String REST = "other";

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<BytesRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private final BooleanProperty besidePinned = new SimpleBooleanProperty(true);
  private final BooleanProperty perKeptWeight = new SimpleBooleanProperty();

  public BytesViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.measuring().file().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.runs().pinned().addListener(change -> update());
    workbench.runs().current().addListener(change -> update());
    workbench.selected().addListener(change -> follow());
    besidePinned.addListener(change -> update());
    var coders = workbench.coderFiles();
    coders.wanted().addListener(change -> update());
    coders.files().addListener(change -> update());
    coders.busy().addListener(change -> update());
    follow();
    update();
  }

  public ReadOnlyObjectProperty<List<BytesRow>> rows() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /** The name of the selected layer, empty without one. */
  public ReadOnlyStringProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** Whether the layers of the pinned run are shown, while there is one. */
  public BooleanProperty besidePinned() {
    return besidePinned;
  }

  /** Whether whole files are shown, a bar per coder. */
  public BooleanProperty byCoder() {
    return workbench.coderFiles().wanted();
  }

  /** Whether bars tell bits per kept weight in the place of bytes. */
  public BooleanProperty perKeptWeight() {
    return perKeptWeight;
  }

  /** The bars that are shown. */
  Optional<CardFigure> figure() {
    var shown = rows.get();
    boolean bits = perKeptWeight.get();
    boolean files = byCoder().get();
    String detail = subtitle.get();
    return shown.stream().allMatch(row -> row.total() == 0)
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                files ? "bytes of coders" : "where the bytes go",
                () -> BytesFigure.of(shown, files, bits, detail)));
  }

  /** Selects a layer, or makes what a coder's file is of the current configuration. */
  public void select(String row) {
    if (!byCoder().get()) {
      workbench.selected().set(new LayerId(row));
      return;
    }
    workbench.coderFiles().files().get().stream()
        .filter(file -> Codecs.label(file.coder()).equals(row))
        .flatMap(file -> file.choice().stream())
        .forEach(choice -> workbench.use(choice.configuration()));
  }

  private void follow() {
    var layer = workbench.selected().get();
    selected.set(layer == null ? "" : layer.name());
  }

  private void update() {
    var latest = workbench.measuring().file().get();
    if (byCoder().get()) {
      rows.set(CoderRows.of(latest, workbench.coderFiles().files().get()));
      subtitle.set(
          "files, ≤ %s pp predicted%s"
              .formatted(
                  Numbers.fixed(workbench.lossBudget().get(), 2),
                  workbench.coderFiles().busy().get() ? " · encoding…" : ""));
      return;
    }
    if (latest == null) {
      rows.set(List.of());
      subtitle.set("nothing encoded yet");
      return;
    }
    var file = latest.value();
    var pinned = beside();
    var all = new ArrayList<BytesRow>();
    for (LayerReport layer : file.layers()) {
      all.add(row(layer, Kind.CURRENT));
      pinned
          .flatMap(run -> run.file().layer(layer.layer()))
          .ifPresent(other -> all.add(row(other, Kind.PINNED)));
    }
    all.add(rest(file));
    rows.set(List.copyOf(all));
    subtitle.set(
        Numbers.bytes(file.fileBytes())
            + (workbench.measuredFile().isPresent() ? ", measured" : ", stale: before the change")
            + pinned
                .map(
                    run ->
                        "; run %d: %s"
                            .formatted(run.number(), Numbers.bytes(run.file().fileBytes())))
                .orElse(""));
  }

  private Optional<Run> beside() {
    var pinned = workbench.runs().pinned().get();
    var current = workbench.runs().current().get();
    boolean same = pinned != null && current != null && pinned.number() == current.number();
    return besidePinned.get() && !same ? Optional.ofNullable(pinned) : Optional.empty();
  }

  private static BytesRow rest(MeasuredFile file) {
    long layers = file.layers().stream().mapToLong(LayerReport::bytes).sum();
    return new BytesRow(REST, Kind.REST, "", 0, 0, 0, 0, 0, file.fileBytes() - layers, 0);
  }

  private static BytesRow row(LayerReport layer, Kind kind) {
    var breakdown = layer.breakdown();
    return new BytesRow(
        layer.layer().name(),
        kind,
        "",
        breakdown.of(Part.INDEX),
        breakdown.of(Part.VALUES),
        breakdown.of(Part.OUTLIERS),
        breakdown.of(Part.TABLES),
        breakdown.of(Part.HEADER),
        0,
        layer.kept());
  }
}
