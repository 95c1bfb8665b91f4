package org.weighbridge.gui.bounds;

import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.weighbridge.gui.chart.Scale;

/**
 * The scale below a slider: long ticks at powers of ten, or at the steps there are, short ones
 * where the layer was assessed, and hatched what the budget forbids.
 */
final class BoundTrack extends Region {
  private static final double HEIGHT = 8;
  private static final double THUMB = 16;

  private final Slider slider;
  private final Path powers = new Path();
  private final Path assessed = new Path();
  private final Region forbidden = new Region();
  private Marks marks = Marks.NONE;
  private Scale scale = Scale.BOUNDS;

  BoundTrack(Slider slider) {
    this.slider = slider;
    powers.getStyleClass().add("bound-power");
    assessed.getStyleClass().add("bound-assessed");
    forbidden.getStyleClass().add("bound-forbidden");
    getChildren().addAll(forbidden, powers, assessed);
    setMouseTransparent(true);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    slider.widthProperty().addListener(change -> requestLayout());
    slider.minProperty().addListener(change -> requestLayout());
    slider.maxProperty().addListener(change -> requestLayout());
  }

  void show(Marks now) {
    marks = now;
    requestLayout();
  }

  void read(Scale now) {
    scale = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    powers.getElements().clear();
    scale.steps().forEach(step -> tick(powers, Math.log10(step.place()), 5));
    for (int power = (int) Math.ceil(slider.getMin() - 1e-9);
        !scale.stepped() && power <= slider.getMax() + 1e-9;
        power++) {
      tick(powers, power, 5);
    }
    assessed.getElements().clear();
    marks.assessed().forEach(bound -> tick(assessed, Math.log10(bound), 3));
    forbidden.setVisible(marks.knee().isPresent());
    if (marks.knee().isPresent()) {
      double power = Math.log10(Math.max(marks.knee().getAsDouble(), Double.MIN_VALUE));
      double from = x(Math.clamp(power, slider.getMin(), slider.getMax()));
      forbidden.resizeRelocate(from, 0, x(slider.getMax()) - from, HEIGHT);
    }
  }

  private void tick(Path path, double power, double height) {
    if (power >= slider.getMin() - 1e-9 && power <= slider.getMax() + 1e-9) {
      double x = snapPositionX(x(power)) + 0.5;
      path.getElements().addAll(new MoveTo(x, 0), new LineTo(x, height));
    }
  }

  /** Under the middle of the thumb when it stands there. */
  private double x(double power) {
    var thumb = slider.lookup(".thumb");
    double thumbWidth = thumb == null ? THUMB : thumb.getLayoutBounds().getWidth();
    double length = slider.getWidth() - thumbWidth;
    return thumbWidth / 2
        + length * (power - slider.getMin()) / (slider.getMax() - slider.getMin());
  }
}
