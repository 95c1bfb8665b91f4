package org.weighbridge.gui.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Notes when frames begin, and how long each takes up to its hand-over to the renderer. */
class FrameGaps extends AnimationTimer {
  private final List<Long> gaps = new ArrayList<>();
  private final List<Long> making = new ArrayList<>();
  private final Scene scene;
  private final Runnable laidOut = this::laidOut;
  private long last;

  FrameGaps(Scene scene) {
    this.scene = scene;
  }

  @Override
  public void start() {
    scene.addPostLayoutPulseListener(laidOut);
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    scene.removePostLayoutPulseListener(laidOut);
  }

  @Override
  public void handle(long now) {
    long begin = System.nanoTime();
    if (last != 0) {
      gaps.add(begin - last);
    }
    last = begin;
  }

  private void laidOut() {
    if (last != 0) {
      making.add(System.nanoTime() - last);
    }
  }

  List<Long> gaps() {
    return gaps;
  }

  List<Long> making() {
    return making;
  }
}
