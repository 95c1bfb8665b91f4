package org.weighbridge.gui.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a layer as a picture of its matrix view (rows = first dimension, output channels
 * of a convolution): from the density of the whole down to single weights with their exact values;
 * of two codings side by side with the same zoom.
 *
 * <p>Wheel or +/- zoom, drag or arrow keys move, double click, 0 or Home shows the whole; Shift and
 * drag brushes a region, R takes what is seen as one, a click ends it; Enter reads the middle. A
 * layer of any size opens at once; its picture follows when it has been read off the window's
 * thread.
 */
public final class MaskView extends BorderPane {
  private static final double STEP = 48;

  private final Camera camera = new Camera();
  private final MaskCanvas first = new MaskCanvas(camera);
  private final MaskCanvas second = new MaskCanvas(camera);
  private final TwoPanes panes = new TwoPanes(camera, first, second);
  private final MaskLegend legend = new MaskLegend();
  private final Newest<Request, List<Shading>> reading =
      new Newest<>(MaskView::read, this::show, () -> first.message("This layer cannot be shown."));
  private final ObjectProperty<MaskMode> mode =
      new SimpleObjectProperty<>(this, "mode", MaskMode.MASK);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private Consumer<@Nullable Block> onBrush = block -> {};
  private @Nullable Block region;
  private @Nullable MaskSource source;
  private @Nullable MaskSource beside;

  /** One picture or two of a layer in a mode. */
  private record Request(List<MaskSource> sources, MaskMode mode) {}

  public MaskView() {
    getStyleClass().add("mask-view");
    setMinSize(120, 120);
    setPrefSize(280, 320);
    setCenter(panes);
    var bottom = new VBox(6, legend, new MaskBar(camera, mode));
    bottom.getStyleClass().add("mask-bar");
    setBottom(bottom);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    mode.addListener(change -> ask());
    camera.onChange(this::describe);
    Gestures.on(first, camera, this::brushed);
    Gestures.on(second, camera, this::brushed);
    setOnMousePressed(press -> requestFocus());
    setOnKeyPressed(this::key);
    clear();
  }

  /**
   * Shows a layer in place of the earlier one. Other weights of the same layer follow without a
   * gap: a drag changes the picture many times a second.
   *
   * @param next what is shown
   * @param other what it is compared with, of the same shape; null for nothing
   */
  public void show(MaskSource next, @Nullable MaskSource other) {
    boolean another = source == null || !next.sameLayer(source);
    source = next;
    beside = other;
    if (another) {
      mark(null);
      first.message("Reading " + next.name() + "…");
      legend.setVisible(false);
      camera.look(next.original().shape().rows(), next.original().shape().columns());
    }
    ask();
  }

  /** Shows nothing. */
  public void clear() {
    reading.forget();
    source = null;
    beside = null;
    ready.set(false);
    legend.setVisible(false);
    panes.setTwo(false);
    first.message("Select a layer to see which of its weights are kept");
    setAccessibleText("Sparsity mask: no layer");
  }

  /** Zooms around the middle. */
  public void zoom(double factor) {
    camera.zoom(factor);
  }

  /** Shows the whole layer. */
  public void showAll() {
    camera.fit();
  }

  public ObjectProperty<MaskMode> modeProperty() {
    return mode;
  }

  public MaskMode getMode() {
    return mode.get();
  }

  public void setMode(MaskMode value) {
    mode.set(value);
  }

  /** Whether the picture of the last source is shown. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Told the region that is brushed, and null when there is none any more. */
  public void setOnBrush(Consumer<@Nullable Block> listener) {
    onBrush = listener;
  }

  /** Frames a region; null for none. */
  public void setRegion(@Nullable Block block) {
    mark(block);
  }

  /** Whether the picture of what is seen now is painted to the last pixel. */
  boolean painted() {
    return ready.get()
        && reading.idle()
        && first.painted()
        && (!second.isVisible() || second.painted());
  }

  private void mark(@Nullable Block block) {
    region = block;
    first.mark(block);
    second.mark(block);
  }

  private void brushed(@Nullable Block block) {
    if (block != null || region != null) {
      mark(block);
      onBrush.accept(block);
    }
  }

  private void ask() {
    MaskSource next = source;
    if (next == null) {
      return;
    }
    ready.set(false);
    var sources = new ArrayList<>(List.of(next));
    if (beside != null) {
      sources.add(beside);
    }
    panes.setTwo(sources.size() == 2);
    if (!sources.stream().allMatch(one -> one.has(mode.get()))) {
      reading.forget();
      legend.setVisible(false);
      first.message(next.has(mode.get()) ? "waiting for the other…" : "decoding…");
      second.message("decoding…");
      setAccessibleText(mode.get().label() + " of " + next.name() + ": decoding");
      return;
    }
    reading.ask(new Request(List.copyOf(sources), mode.get()));
  }

  private static List<Shading> read(Request request) {
    var shadings = request.sources().stream().map(one -> Shading.of(one, request.mode())).toList();
    double reach = shadings.stream().mapToDouble(Shading::reach).max().orElse(0);
    return shadings.stream().map(shading -> shading.withReach(reach)).toList();
  }

  private void show(Request request, List<Shading> shadings) {
    first.show(shadings.getFirst());
    if (shadings.size() == 2) {
      second.show(shadings.getLast());
    }
    legend.show(shadings.getFirst());
    legend.setVisible(true);
    ready.set(true);
    describe();
  }

  private void describe() {
    Shading shown = first.shading();
    if (shown != null && ready.get() && shown.source().original().size() > 0) {
      Shading other = second.isVisible() ? second.shading() : null;
      setAccessibleText(
          MaskText.whole(shown, camera.seen())
              + (other == null ? "" : "; beside it " + MaskText.beside(other)));
    }
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case PLUS, ADD, EQUALS -> camera.zoom(2);
      case MINUS, SUBTRACT -> camera.zoom(0.5);
      case LEFT -> camera.pan(STEP, 0);
      case RIGHT -> camera.pan(-STEP, 0);
      case UP -> camera.pan(0, STEP);
      case DOWN -> camera.pan(0, -STEP);
      case HOME, DIGIT0, NUMPAD0 -> camera.fit();
      case ENTER -> {
        first.readMiddle();
        second.readMiddle();
      }
      case R -> brushSeen();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void brushSeen() {
    if (source != null && source.original().size() > 0) {
      brushed(camera.seen());
    }
  }
}
