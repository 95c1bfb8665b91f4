package org.weighbridge.gui.layers;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.bounds.Scales;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The layers of the network that is shown and the selected one. */
public final class LayersViewModel {
  private final Workbench workbench;
  private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();

  public LayersViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.pruning().shown().addListener(change -> update());
    workbench.history().current().addListener(change -> measure());
    workbench.history().current().addListener(change -> assess());
    workbench.measuring().file().addListener(change -> measure());
    workbench.prediction().addListener(change -> measure());
    workbench.assessing().assessment().addListener(change -> assess());
    workbench.lossBudget().addListener(change -> assess());
    update();
  }

  ObservableList<LayerRow> rows() {
    return rows;
  }

  /** The table, with all its columns. */
  Optional<CardFigure> figure() {
    var subject = workbench.pruning().shown().get();
    if (subject == null) {
      return Optional.empty();
    }
    var lines =
        rows.stream()
            .map(
                row ->
                    new LayersFigure.Line(
                        row.summary().get(), row.bits().get(), row.sensitivity().get()))
            .toList();
    String name = subject.network().name();
    double budget = workbench.lossBudget().get();
    return Optional.of(
        new CardFigure("layers of " + name, () -> LayersFigure.of(name, budget, lines)));
  }

  public ObjectProperty<@Nullable LayerId> selected() {
    return workbench.selected();
  }

  /** Rows change in place, so that a drag over densities moves neither selection nor scrolling. */
  private void update() {
    var subject = workbench.pruning().shown().get();
    var now = subject == null ? List.<LayerFacts>of() : subject.layers();
    if (now.stream().map(LayerFacts::id).toList().equals(ids())) {
      for (int i = 0; i < now.size(); i++) {
        rows.get(i).set(now.get(i));
      }
    } else {
      rows.setAll(now.stream().map(LayerRow::new).toList());
    }
    measure();
    assess();
  }

  private List<LayerId> ids() {
    return rows.stream().map(LayerRow::id).toList();
  }

  private void measure() {
    var file = workbench.measuredFile();
    var prediction = workbench.prediction().get();
    for (var row : rows) {
      var measured = file.flatMap(f -> f.layer(row.id()));
      var predicted =
          prediction == null
              ? Optional.<Bits>empty()
              : prediction
                  .layer(row.id())
                  .map(p -> Bits.predicted(p.bytes(), row.summary().get().weights()));
      row.set(
          measured
              .map(report -> Bits.measured(report.bitsPerWeight()))
              .or(() -> predicted)
              .orElse(Bits.UNKNOWN));
    }
  }

  private void assess() {
    double budget = workbench.lossBudget().get();
    for (var row : rows) {
      row.set(
          workbench
              .assessing()
              .curve(workbench.history().get(), row.id())
              .flatMap(
                  curve ->
                      Sensitivity.of(curve, budget, Scales.of(workbench.bounds().axis(row.id())))));
    }
  }
}
