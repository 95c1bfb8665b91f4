package org.weighbridge.gui.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import org.weighbridge.benchmark.window.Frames;

/** Drags a slider to and fro between two places, one event a frame. */
final class SliderDrag extends FrameGaps {
  private static final int FRAMES_PER_WAY = 90;

  private final Slider slider;
  private final double from;
  private final double to;
  private final List<Long> handling = new ArrayList<>();
  private int frame;

  SliderDrag(Scene scene, Slider slider, double from, double to) {
    super(scene);
    this.slider = slider;
    this.from = from;
    this.to = to;
  }

  @Override
  public void start() {
    slider.setValueChanging(true);
    super.start();
  }

  @Override
  public void handle(long now) {
    super.handle(now);
    int phase = ++frame % (2 * FRAMES_PER_WAY);
    double way = (double) Math.min(phase, 2 * FRAMES_PER_WAY - phase) / FRAMES_PER_WAY;
    long begin = System.nanoTime();
    slider.setValue(from + way * (to - from));
    handling.add(System.nanoTime() - begin);
  }

  @Override
  public void stop() {
    super.stop();
    slider.setValueChanging(false);
  }

  Frames frames() {
    return new Frames(gaps(), handling, making());
  }
}
