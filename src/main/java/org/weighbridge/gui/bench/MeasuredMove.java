package org.weighbridge.gui.bench;

import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;
import org.weighbridge.benchmark.window.SliderMove;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.gui.workbench.Found;
import org.weighbridge.gui.workbench.Prediction;
import org.weighbridge.gui.workbench.Workbench;

/** One move of a slider and what follows, on the window's thread. */
final class MeasuredMove {
  private final Workbench workbench;
  private final Scene scene;
  private final CompletableFuture<SliderMove> done = new CompletableFuture<>();
  private final Runnable laidOut = this::laidOut;
  private final ChangeListener<@Nullable Prediction> prediction = (o, before, now) -> predicted();
  private final ChangeListener<@Nullable Found<MeasuredAccuracy>> accuracy =
      (o, before, now) -> measured();
  private final ChangeListener<@Nullable Found<MeasuredFile>> file = (o, before, now) -> encoded();
  private final long began = System.nanoTime();
  private long handled;
  private long predicted;
  private long drawn;
  private long measured;

  private MeasuredMove(Workbench workbench, Scene scene) {
    this.workbench = workbench;
    this.scene = scene;
  }

  /** Moves a slider to a value, as one drag. */
  static CompletableFuture<SliderMove> begin(
      Workbench workbench, Scene scene, Slider slider, double value) {
    var move = new MeasuredMove(workbench, scene);
    workbench.prediction().addListener(move.prediction);
    workbench.measuring().accuracy().addListener(move.accuracy);
    workbench.measuring().file().addListener(move.file);
    scene.addPostLayoutPulseListener(move.laidOut);
    slider.setValueChanging(true);
    slider.setValue(value);
    slider.setValueChanging(false);
    move.handled = System.nanoTime() - move.began;
    return move.done;
  }

  private void predicted() {
    if (predicted == 0) {
      predicted = System.nanoTime() - began;
    }
  }

  private void laidOut() {
    if (predicted > 0 && drawn == 0) {
      drawn = System.nanoTime() - began;
      endWhenAllIsKnown();
    }
  }

  private void measured() {
    if (workbench.measuredAccuracy().isPresent() && measured == 0) {
      measured = System.nanoTime() - began;
    }
  }

  private void encoded() {
    endWhenAllIsKnown();
  }

  private void endWhenAllIsKnown() {
    if (drawn > 0 && workbench.upToDate()) {
      long encoded = System.nanoTime() - began;
      workbench.prediction().removeListener(prediction);
      workbench.measuring().accuracy().removeListener(accuracy);
      workbench.measuring().file().removeListener(file);
      scene.removePostLayoutPulseListener(laidOut);
      done.complete(new SliderMove(handled, predicted, drawn, measured, encoded));
    }
  }
}
