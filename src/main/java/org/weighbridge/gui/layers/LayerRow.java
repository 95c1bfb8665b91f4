package org.weighbridge.gui.layers;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.network.LayerId;

/** One layer in the table; what is known of it changes in place. */
final class LayerRow {
  private final LayerId id;
  private final ObjectProperty<LayerSummary> summary;
  private final ObjectProperty<Bits> bits = new SimpleObjectProperty<>(Bits.UNKNOWN);
  private final ObjectProperty<Optional<Sensitivity>> sensitivity =
      new SimpleObjectProperty<>(Optional.empty());

  LayerRow(LayerFacts facts) {
    id = facts.id();
    summary = new SimpleObjectProperty<>(LayerSummary.of(facts));
  }

  LayerId id() {
    return id;
  }

  ReadOnlyObjectProperty<LayerSummary> summary() {
    return summary;
  }

  ReadOnlyObjectProperty<Bits> bits() {
    return bits;
  }

  /** Empty before an assessment. */
  ReadOnlyObjectProperty<Optional<Sensitivity>> sensitivity() {
    return sensitivity;
  }

  void set(LayerFacts now) {
    summary.set(LayerSummary.of(now));
  }

  void set(Bits now) {
    if (!now.equals(bits.get())) {
      bits.set(now);
    }
  }

  void set(Optional<Sensitivity> now) {
    if (!now.equals(sensitivity.get())) {
      sensitivity.set(now);
    }
  }
}
