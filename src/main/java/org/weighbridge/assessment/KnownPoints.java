package org.weighbridge.assessment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.weighbridge.network.LayerId;

/**
 * What is known already of the layers of one network, on the same samples and with the same coding:
 * an assessment asks here first and tells what it learns at once. Thread-safe.
 */
public interface KnownPoints {
  /** What a layer was measured to lose at a place. */
  Optional<MeasuredLoss> loss(LayerId layer, double place);

  /** The size a layer was encoded to at a place. */
  OptionalLong bytes(LayerId layer, double place);

  void learn(LayerId layer, double place, MeasuredLoss loss);

  void learn(LayerId layer, double place, long bytes);

  /** The points of a layer of which both halves are known. */
  LayerCurve curve(LayerId layer);

  /** Knows nothing and learns nothing. */
  static KnownPoints none() {
    return NothingKnown.INSTANCE;
  }

  /** See {@link #none()}. */
  enum NothingKnown implements KnownPoints {
    INSTANCE;

    @Override
    public Optional<MeasuredLoss> loss(LayerId layer, double place) {
      return Optional.empty();
    }

    @Override
    public OptionalLong bytes(LayerId layer, double place) {
      return OptionalLong.empty();
    }

    @Override
    public void learn(LayerId layer, double place, MeasuredLoss loss) {}

    @Override
    public void learn(LayerId layer, double place, long bytes) {}

    @Override
    public LayerCurve curve(LayerId layer) {
      return new LayerCurve(layer, List.of());
    }
  }
}
