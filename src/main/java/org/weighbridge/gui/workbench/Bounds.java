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
import org.weighbridge.codec.ErrorBound;
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
  private final Map<LayerId, ErrorBound> last = new HashMap<>();
  private final BooleanProperty linked = new SimpleBooleanProperty(this, "linked", false);
  private @Nullable Configuration anchor;

  Bounds(History<Configuration> history, Function<LayerId, Optional<LayerFacts>> layers) {
    this.history = history;
    this.layers = layers;
    history.current().addListener(change -> last.putAll(history.get().bounds()));
  }

  /** The first configuration's bounds of a network; earlier ones are forgotten. */
  Map<LayerId, ErrorBound> first(Subject subject) {
    last.clear();
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    subject.layers().forEach(layer -> bounds.put(layer.id(), ErrorBound.absolute(FIRST)));
    return bounds;
  }

  /** The bound of a layer, none when it is locked. */
  public Optional<ErrorBound> of(LayerId layer) {
    return Optional.ofNullable(history.get().bounds().get(layer));
  }

  /** What a layer's slider reaches; its bound is always inside. */
  public BoundRange range(LayerId layer) {
    var range = layers.apply(layer).map(LayerFacts::boundRange).orElse(BoundRange.USUAL);
    return of(layer).map(bound -> range.including(bound.value())).orElse(range);
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
        linked.get()
            ? allBy(layer, inside)
            : history.get().withBound(layer, ErrorBound.absolute(inside)));
  }

  /** From where the drag began, so that a layer that met the end of its range comes back. */
  private Configuration allBy(LayerId layer, double bound) {
    var from = anchor;
    if (from == null || !history.moving().get()) {
      from = history.get();
      anchor = from;
    }
    double factor = bound / last(layer, from);
    var moved = new LinkedHashMap<LayerId, ErrorBound>();
    from.bounds()
        .forEach(
            (id, old) ->
                moved.put(
                    id,
                    ErrorBound.absolute(
                        id.equals(layer)
                            ? bound
                            : range(id).clamp(threeDigits(old.value() * factor)))));
    return new Configuration(history.get().coding(), moved);
  }

  private double last(LayerId layer, Configuration configuration) {
    return configuration.bounds().getOrDefault(layer, last(layer)).value();
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
    history.set(
        locked ? history.get().withoutBound(layer) : history.get().withBound(layer, last(layer)));
  }

  /** The bound that the layer has, or had before it was locked. */
  public ErrorBound last(LayerId layer) {
    return last.getOrDefault(layer, ErrorBound.absolute(FIRST));
  }
}
