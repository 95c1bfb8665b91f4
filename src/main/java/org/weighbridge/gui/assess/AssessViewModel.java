package org.weighbridge.gui.assess;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.gui.workbench.Workbench;

/** The plan of the next assessment. */
public final class AssessViewModel {
  private final Workbench workbench;
  private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>(Plan.GRID);
  private final DoubleProperty start = new SimpleDoubleProperty(1e-3);
  private final DoubleProperty distortion = new SimpleDoubleProperty(0.1);
  private final DoubleProperty finalLoss = new SimpleDoubleProperty(2);

  public AssessViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  public ObjectProperty<Plan> plan() {
    return plan;
  }

  /** The first bound that DeepSZ tests. */
  DoubleProperty start() {
    return start;
  }

  /** The loss in percentage points that counts for DeepSZ as beginning to lose. */
  DoubleProperty distortion() {
    return distortion;
  }

  /** The loss in percentage points up to which a layer is of interest. */
  DoubleProperty finalLoss() {
    return finalLoss;
  }

  public void assess() {
    workbench.assess(chosen());
  }

  AssessmentPlan chosen() {
    return switch (plan.get()) {
      case GRID -> Workbench.wholeRange();
      case ADAPTIVE -> AssessmentPlan.Adaptive.upTo(finalLoss.get());
      case DEEP_SZ ->
          new AssessmentPlan.DeepSz(
              start.get(), distortion.get(), Math.max(distortion.get(), finalLoss.get()));
    };
  }
}
