package org.weighbridge.gui.error;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.CloudChart;
import org.weighbridge.gui.chart.HistogramChart;
import org.weighbridge.gui.error.ErrorViewModel.Beside;
import org.weighbridge.gui.rival.RivalMenu;

/**
 * What coding does to single weights: error-bounded coding spreads errors evenly inside ±ε, a
 * codebook has a peak at zero and tails that no bound holds.
 */
public final class ErrorCard extends ChartCard {
  /** Narrower cards have these choices in their menu only; in pixels. */
  private static final double ROOM_FOR_CHOICE = 410;

  private static final double ROOM_FOR_POINTS = 320;

  private static final double CHOICE = 112;

  private final HistogramChart histogram = new HistogramChart();
  private final CloudChart cloud = new CloudChart();

  public ErrorCard(ErrorViewModel model) {
    setTitle("Reconstruction error");
    setShortTitle("Errors");
    setContent(new StackPane(histogram, cloud));
    subtitleProperty().bind(model.subtitle());
    chooseView(model);
    chooseBeside(model);
    model.picture().addListener((o, before, now) -> show(now));
    show(model.picture().get());
    model.obstacle().addListener((o, before, now) -> excuse(now));
    excuse(model.obstacle().get());
  }

  private void excuse(String obstacle) {
    histogram.setPlaceholder(obstacle);
    cloud.setPlaceholder(obstacle);
  }

  private void show(@Nullable ErrorPicture picture) {
    if (picture == null) {
      cloud.setClouds(List.of(), 0);
      histogram.setBins(new double[] {-1, 1}, new double[] {0}, "decoded − original", false);
      histogram.setMarkers();
      return;
    }
    var current = picture.current();
    var beside = picture.beside();
    histogram.setBins(picture.bins().edges(), current.counts(), "decoded − original", false);
    histogram.setOutline(
        beside == null ? new double[0] : beside.counts(),
        ErrorPicture.words(current),
        beside == null ? "" : ErrorPicture.words(beside));
    histogram.setBound(picture.bins().bound());
    cloud.setClouds(
        picture.sides().stream()
            .map(side -> new CloudChart.Cloud(points(side), side.original(), side.decoded()))
            .toList(),
        picture.bins().bound());
  }

  private static String points(ErrorSide side) {
    return side.sampled()
        ? String.format(
            Locale.ROOT,
            "%s (%,d sampled of %,d)",
            side.name(),
            side.original().length,
            side.weights())
        : side.name();
  }

  private void chooseView(ErrorViewModel model) {
    var group = new ToggleGroup();
    var errors = item("Histogram of errors", group);
    var weights = item("Decoded against original", group);
    errors.setSelected(true);
    histogram.visibleProperty().bind(errors.selectedProperty());
    cloud.visibleProperty().bind(weights.selectedProperty());
    setFigure(() -> errors.isSelected() ? model.histogramFigure() : model.pointsFigure());
    getOptions().addAll(errors, weights, new SeparatorMenuItem());
    var points = new ToggleButton("points");
    points.setId("error-points");
    points.getStyleClass().addAll("small", "mask-mode");
    points.setTooltip(
        new Tooltip(
            "Decoded against original weights, point by point; else a histogram of errors"));
    points
        .selectedProperty()
        .addListener((o, before, now) -> (now ? weights : errors).setSelected(true));
    weights.selectedProperty().addListener((o, before, now) -> points.setSelected(now));
    var roomy = widthProperty().greaterThan(ROOM_FOR_POINTS);
    points.visibleProperty().bind(roomy);
    points.managedProperty().bind(roomy);
    getButtons().addFirst(points);
  }

  private void chooseBeside(ErrorViewModel model) {
    var group = new ToggleGroup();
    var pinned = item("Beside: the pinned run", group);
    var other = item("Beside: another coder", group);
    var nothing = item("Beside: nothing", group);
    follow(pinned, model, Beside.PINNED);
    follow(other, model, Beside.CODER);
    follow(nothing, model, Beside.NOTHING);
    var coders = RivalMenu.of(model.workbench().beside(), () -> model.beside().set(Beside.CODER));
    getOptions().addAll(pinned, other, nothing, coders);
    var choice = new ChoiceBox<Beside>(FXCollections.observableArrayList(Beside.values()));
    choice.setId("error-beside");
    choice.setConverter(new BesideWords());
    choice.valueProperty().bindBidirectional(model.beside());
    choice.setAccessibleText("What the errors are compared with");
    choice.setTooltip(new Tooltip("What the errors are compared with; the menu has the coders"));
    choice.setPrefWidth(CHOICE);
    choice.setMinWidth(CHOICE);
    var roomy = widthProperty().greaterThan(ROOM_FOR_CHOICE);
    choice.visibleProperty().bind(roomy);
    choice.managedProperty().bind(roomy);
    HBox.setMargin(choice, new Insets(0, 4, 0, 0));
    getButtons().addFirst(choice);
  }

  private static void follow(RadioMenuItem item, ErrorViewModel model, Beside beside) {
    Consumer<Beside> look = now -> item.setSelected(now == beside);
    model.beside().addListener((o, before, now) -> look.accept(now));
    look.accept(model.beside().get());
    whenChosen(item, () -> model.beside().set(beside));
  }

  private static void whenChosen(RadioMenuItem item, Runnable action) {
    item.selectedProperty()
        .addListener(
            (o, before, now) -> {
              if (now) {
                action.run();
              }
            });
  }

  private static RadioMenuItem item(String text, ToggleGroup group) {
    var item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    return item;
  }
}
