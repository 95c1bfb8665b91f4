package org.weighbridge.gui.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * The error bounds of the current configuration, one layer at a time. A layer without one is
 * locked: it is carried along losslessly, and neither assessed nor optimized.
 */
public final class Bounds {
  /** The bound of every layer of a network that has just been opened. */
  public static final double FIRST = 1e-2;

  private final History<Configuration> history;
  private final Function<LayerId, Optional<LayerFacts>> layers;
  private final Map<LayerId, Setting> last = new HashMap<>();
  private final BooleanProperty linked = new SimpleBooleanProperty(this, "linked", false);
  private @Nullable Configuration anchor;

  Bounds(History<Configuration> history, Function<LayerId, Optional<LayerFacts>> layers) {
    this.history = history;
    this.layers = layers;
    history.current().addListener(change -> last.putAll(history.get().settings()));
  }

  /** The first configuration's bounds of a network; earlier ones are forgotten. */
  Map<LayerId, ErrorBound> first(Subject subject) {
    last.clear();
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    subject.layers().forEach(layer -> bounds.put(layer.id(), ErrorBound.absolute(FIRST)));
    return bounds;
  }

  /** The setting of a layer, none when it is locked. */
  public Optional<Setting> of(LayerId layer) {
    return history.get().setting(layer);
  }

  /** Where the setting of a layer lies on its axis; NaN when it is locked. */
  public double place(LayerId layer) {
    return of(layer).map(setting -> place(axis(layer), setting)).orElse(Double.NaN);
  }

  /** What may be set of a layer: the axis of its codec. */
  public Axis axis(LayerId layer) {
    return history.get().codec(layer).axis();
  }

  /** Of settings beside the axis something near. */
  private static double place(Axis axis, Setting setting) {
    double nearby =
        setting instanceof ErrorBound bound
            ? bound.value()
            : axis.place(axis.start()).orElseThrow();
    return axis.place(setting).orElse(nearby);
  }

  /** What a layer's slider reaches; its bound is always inside. */
  public BoundRange range(LayerId layer) {
    var places = axis(layer).places();
    if (!places.isEmpty()) {
      return new BoundRange(places.getFirst(), places.getLast());
    }
    var range = layers.apply(layer).map(LayerFacts::boundRange).orElse(BoundRange.USUAL);
    return locked(layer) ? range : range.including(place(layer));
  }

  /** Whether a change of one bound multiplies all that are not locked by the same factor. */
  public BooleanProperty linked() {
    return linked;
  }

  /**
   * Gives a layer another bound unless it is locked, as a part of a drag that {@link
   * History#settle} ends.
   */
  public void move(LayerId layer, double bound) {
    if (locked(layer)) {
      return;
    }
    double inside = range(layer).clamp(bound);
    history.move(
        linked.get() ? allBy(layer, inside) : history.get().with(layer, axis(layer).at(inside)));
  }

  /** From where the drag began, so that a layer that met the end of its range comes back. */
  private Configuration allBy(LayerId layer, double bound) {
    var from = anchor;
    if (from == null || !history.moving().get()) {
      from = history.get();
      anchor = from;
    }
    double factor = bound / place(axis(layer), from.setting(layer).orElseGet(() -> last(layer)));
    var moved = history.get();
    for (var entry : from.settings().entrySet()) {
      var id = entry.getKey();
      double old = place(axis(id), entry.getValue());
      double place = id.equals(layer) ? bound : range(id).clamp(threeDigits(old * factor));
      moved = moved.with(id, axis(id).at(place));
    }
    return moved;
  }

  /** Nobody means more by a drag, and every bound can be typed again. */
  private static double threeDigits(double bound) {
    return new BigDecimal(bound).round(new MathContext(3)).doubleValue();
  }

  /** Gives a layer another bound unless it is locked. */
  public void set(LayerId layer, double bound) {
    history.settle();
    move(layer, bound);
    history.settle();
  }

  public boolean locked(LayerId layer) {
    return of(layer).isEmpty();
  }

  /** Takes the bound away, or gives the last one back. */
  public void lock(LayerId layer, boolean locked) {
    history.set(locked ? history.get().without(layer) : history.get().with(layer, last(layer)));
  }

  /** The setting that the layer has, or had before it was locked. */
  public Setting last(LayerId layer) {
    var setting = last.getOrDefault(layer, ErrorBound.absolute(FIRST));
    var axis = axis(layer);
    return axis.takes(setting) ? setting : axis.start();
  }

  /** Where {@link #last} lies on the axis. */
  public double lastPlace(LayerId layer) {
    return place(axis(layer), last(layer));
  }
}
