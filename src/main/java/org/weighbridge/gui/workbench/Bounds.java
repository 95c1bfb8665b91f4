package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /**
   * Gives a layer another bound unless it is locked, as a part of a drag that {@link
   * History#settle} ends.
   */
  public void move(LayerId layer, double bound) {
    if (locked(layer)) {
      return;
    }
    double inside = range(layer).clamp(bound);
    history.move(history.get().withBound(layer, ErrorBound.absolute(inside)));
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
