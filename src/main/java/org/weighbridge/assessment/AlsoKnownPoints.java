package org.weighbridge.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.weighbridge.network.LayerId;

/** What is known elsewhere beside what a store knows; what is learnt goes to the store. */
public final class AlsoKnownPoints implements KnownPoints {
  /** What is asked for. */
  private record At(LayerId layer, double place) {}

  private final KnownPoints store;
  private final Map<At, AssessmentPoint> also = new LinkedHashMap<>();

  /**
   * A store and more.
   *
   * @param curves of the store's coder, learnt under the very same circumstances
   */
  public AlsoKnownPoints(KnownPoints store, List<LayerCurve> curves) {
    this.store = store;
    for (LayerCurve curve : curves) {
      curve.points().forEach(point -> also.put(new At(curve.layer(), point.place()), point));
    }
  }

  @Override
  public Optional<MeasuredLoss> loss(LayerId layer, double bound) {
    return store.loss(layer, bound).or(() -> point(layer, bound).map(MeasuredLoss::of));
  }

  @Override
  public OptionalLong bytes(LayerId layer, double bound) {
    var bytes = store.bytes(layer, bound);
    var point = point(layer, bound);
    return bytes.isEmpty() && point.isPresent() ? OptionalLong.of(point.get().bytes()) : bytes;
  }

  private Optional<AssessmentPoint> point(LayerId layer, double bound) {
    return Optional.ofNullable(also.get(new At(layer, bound)));
  }

  @Override
  public void learn(LayerId layer, double bound, MeasuredLoss loss) {
    store.learn(layer, bound, loss);
  }

  @Override
  public void learn(LayerId layer, double bound, long bytes) {
    store.learn(layer, bound, bytes);
  }

  @Override
  public LayerCurve curve(LayerId layer) {
    var points = new LinkedHashMap<Double, AssessmentPoint>();
    also.forEach(
        (at, point) -> {
          if (at.layer().equals(layer)) {
            points.put(at.place(), point);
          }
        });
    store.curve(layer).points().forEach(point -> points.put(point.place(), point));
    return new LayerCurve(layer, List.copyOf(points.values()));
  }
}
