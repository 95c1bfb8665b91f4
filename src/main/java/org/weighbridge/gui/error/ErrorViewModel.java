package org.weighbridge.gui.error;

import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.gui.rival.RivalWords;
import org.weighbridge.gui.workbench.Beside.Other;
import org.weighbridge.gui.workbench.Reconstruction;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.gui.workbench.Rival;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.job.Progress;

/**
 * Errors of the selected layer's kept weights. Counting happens away from the window's thread; the
 * newest wish cancels an older one.
 */
public final class ErrorViewModel {
  private final Workbench workbench;
  private final ObjectProperty<Beside> beside = new SimpleObjectProperty<>(Beside.CODER);
  private final ReadOnlyObjectWrapper<@Nullable ErrorPicture> picture =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private @Nullable RunningJob job;
  private @Nullable Wish wished;

  /** What is shown beside the current configuration. */
  public enum Beside {
    NOTHING,
    PINNED,
    /** The layer by another coder, in about as many bytes. */
    CODER
  }

  /** All that a picture depends on. */
  private record Wish(
      Reconstruction current,
      @Nullable Reconstruction pinned,
      @Nullable Rival rival,
      @Nullable Region region) {}

  public ErrorViewModel(Workbench workbench) {
    this.workbench = workbench;
    var reconstructing = workbench.reconstructing();
    reconstructing.current().addListener(change -> update());
    reconstructing.pinned().addListener(change -> update());
    reconstructing.stale().addListener(change -> say());
    workbench.region().addListener(change -> update());
    var choice = workbench.beside();
    choice.other().addListener((o, before, now) -> follow(now));
    choice.rival().addListener(change -> update());
    choice.watch(Bindings.equal(beside, Beside.CODER));
    beside.addListener((o, before, now) -> choose(now));
    follow(choice.other().get());
    update();
  }

  public ObjectProperty<Beside> beside() {
    return beside;
  }

  Workbench workbench() {
    return workbench;
  }

  /** Null while there is none. */
  ReadOnlyObjectProperty<@Nullable ErrorPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /** Why there is no picture; empty when there is one. */
  public ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** The histogram of errors. */
  Optional<CardFigure> histogramFigure() {
    return Optional.ofNullable(picture.get())
        .map(
            shown ->
                new CardFigure(
                    "reconstruction error of " + shown.layer(),
                    () -> ErrorFigures.histogram(shown)));
  }

  /** Decoded against original weights. */
  Optional<CardFigure> pointsFigure() {
    return Optional.ofNullable(picture.get())
        .map(
            shown ->
                new CardFigure(
                    "decoded weights of " + shown.layer(), () -> ErrorFigures.points(shown)));
  }

  /** The choice holds for all views; this one may show nothing beside. */
  private void follow(Other other) {
    if (beside.get() != Beside.NOTHING || other == Other.PINNED) {
      beside.set(other == Other.PINNED ? Beside.PINNED : Beside.CODER);
    }
  }

  private void choose(Beside chosen) {
    if (chosen != Beside.NOTHING) {
      workbench.beside().other().set(chosen == Beside.PINNED ? Other.PINNED : Other.CODER);
    }
    update();
  }

  private void update() {
    var current = workbench.reconstructing().current().get();
    if (current == null || current.bound() == 0) {
      cancel();
      picture.set(null);
      say();
      return;
    }
    var region = workbench.region().get();
    var next =
        new Wish(
            current,
            beside.get() == Beside.PINNED ? workbench.reconstructing().pinned().get() : null,
            beside.get() == Beside.CODER ? workbench.beside().rival().get() : null,
            region != null && region.layer().equals(current.layer()) ? region : null);
    if (next.equals(wished)) {
      say();
      return;
    }
    cancel();
    wished = next;
    var started =
        workbench
            .jobs()
            .start(
                Lane.COUNT,
                "Counting errors of " + current.layer().name(),
                progress -> count(next, progress),
                picture::set);
    job = started;
    started.onEnd(
        end -> {
          if (job == started) {
            job = null;
          }
          say();
        });
    say();
  }

  private void cancel() {
    wished = null;
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private static ErrorPicture count(Wish wish, Progress progress) {
    var current = wish.current();
    float[] original = current.original().values();
    float[] values = current.decoded().values();
    IntPredicate chosen = chosen(wish.region(), current.original().shape().columns());
    Decoded now = i -> values[i];
    double reach = ErrorSide.maxError(original, now, chosen, progress);
    String name = "";
    String details = "";
    float[] otherOriginal = original;
    Decoded other = null;
    var pinned = wish.pinned();
    if (pinned != null) {
      name = "pinned " + RivalWords.of(pinned);
      otherOriginal = pinned.original().values();
      float[] otherValues = pinned.decoded().values();
      other = i -> otherValues[i];
    } else if (wish.rival() != null) {
      var rival = wish.rival();
      name = RivalWords.of(rival);
      details =
          "%s, %s here: the setting of this coder nearest in size"
              .formatted(Numbers.bytes(rival.bytes()), Numbers.bytes(rival.nearest()));
      float[] otherValues = rival.coded().decoded().values();
      other = i -> otherValues[i];
    }
    if (other != null) {
      reach = Math.max(reach, ErrorSide.maxError(otherOriginal, other, chosen, progress));
    }
    var bins = ErrorBins.reaching(current.bound(), reach);
    return new ErrorPicture(
        current.layer().name(),
        bins,
        ErrorSide.of(RivalWords.of(current), "", original, now, chosen, bins, progress),
        other == null
            ? null
            : ErrorSide.of(name, details, otherOriginal, other, chosen, bins, progress));
  }

  private static IntPredicate chosen(@Nullable Region region, int columns) {
    return region == null
        ? i -> true
        : i ->
            i / columns >= region.firstRow()
                && i / columns <= region.lastRow()
                && i % columns >= region.firstColumn()
                && i % columns <= region.lastColumn();
  }

  private void say() {
    var current = workbench.reconstructing().current().get();
    var layer = workbench.selected().get();
    var shown = picture.get();
    obstacle.set(
        layer == null
            ? "Select a layer to see what coding does to its weights"
            : current != null && current.bound() == 0
                ? "This layer is locked: it is carried along without any error"
                : shown == null || !shown.layer().equals(layer.name()) ? "decoding…" : "");
    var region = wished == null ? null : wished.region();
    subtitle.set(
        layer == null
            ? ""
            : (region == null ? "kept weights of " + layer.name() : region.words())
                + (workbench.reconstructing().stale().get() || job != null ? " · stale" : ""));
  }
}
