package org.weighbridge.gui.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * What the layers of the current configuration are set to, one layer at a time, as places on the
 * axes of their coders: an error bound is its own place, bits are steps. A layer without a setting
 * is locked: it is carried along losslessly, and neither assessed nor optimized.
 */
public final class Bounds {
  /** The bound of every layer of a network that has just been opened. */
  public static final double FIRST = 1e-2;

  private final History<Configuration> history;
  private final Function<LayerId, Optional<LayerFacts>> layers;
  private final LastSettings last;
  private final BooleanProperty linked = new SimpleBooleanProperty(this, "linked", false);
  private @Nullable Configuration anchor;

  Bounds(
      History<Configuration> history,
      Function<LayerId, Optional<LayerFacts>> layers,
      LastSettings last) {
    this.history = history;
    this.layers = layers;
    this.last = last;
    history.current().addListener(change -> last.learn(history.get()));
  }

  /** The first configuration of a network; what layers were set to before is forgotten. */
  Configuration first(Subject subject, Coding coding) {
    last.forget();
    var settings = new LinkedHashMap<LayerId, Setting>();
    var first = first(coding.layerCodec().axis());
    subject.layers().forEach(layer -> settings.put(layer.id(), first));
    return new Configuration(coding, settings);
  }

  private static Setting first(Axis axis) {
    return axis instanceof Axis.Bounds ? ErrorBound.absolute(FIRST) : axis.start();
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

  /** What a layer's slider reaches; what it is set to is always inside. */
  public BoundRange range(LayerId layer) {
    var places = axis(layer).places();
    if (!places.isEmpty()) {
      return new BoundRange(places.getFirst(), places.getLast());
    }
    var range = layers.apply(layer).map(LayerFacts::boundRange).orElse(BoundRange.USUAL);
    return locked(layer) ? range : range.including(place(layer));
  }

  /**
   * Whether a change of one layer moves all that are not locked: by as many steps, or by the same
   * factor.
   */
  public BooleanProperty linked() {
    return linked;
  }

  /**
   * Moves a layer to another place of its axis unless it is locked, as a part of a drag that {@link
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
  private Configuration allBy(LayerId layer, double wanted) {
    var from = anchor;
    if (from == null || !history.moving().get()) {
      from = history.get();
      anchor = from;
    }
    var leading = axis(layer);
    double before = place(leading, from.setting(layer).orElseGet(() -> last(layer)));
    var moved = history.get();
    for (var entry : from.settings().entrySet()) {
      var id = entry.getKey();
      var axis = axis(id);
      double old = place(axis, entry.getValue());
      double place =
          id.equals(layer)
              ? wanted
              : axis.equals(leading) && !axis.places().isEmpty()
                  ? stepsAway(axis.places(), old, before, wanted)
                  : range(id).clamp(threeDigits(old * wanted / before));
      moved = moved.with(id, axis.at(place));
    }
    return moved;
  }

  /** As many steps from an old place as the leading layer went; the end is the end. */
  private static double stepsAway(List<Double> places, double old, double before, double wanted) {
    int by = nearest(places, wanted) - nearest(places, before);
    return places.get(Math.clamp(nearest(places, old) + by, 0, places.size() - 1));
  }

  private static int nearest(List<Double> places, double place) {
    int best = 0;
    for (int i = 1; i < places.size(); i++) {
      if (Math.abs(Math.log(places.get(i) / place))
          < Math.abs(Math.log(places.get(best) / place))) {
        best = i;
      }
    }
    return best;
  }

  /** Nobody means more by a drag, and every bound can be typed again. */
  private static double threeDigits(double bound) {
    return new BigDecimal(bound).round(new MathContext(3)).doubleValue();
  }

  /** Sets a layer to another place of its axis unless it is locked. */
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
    return last.of(layer, history.get().codec(layer)).orElseGet(() -> first(axis(layer)));
  }

  /** Where {@link #last} lies on the axis. */
  public double lastPlace(LayerId layer) {
    return place(axis(layer), last(layer));
  }
}
