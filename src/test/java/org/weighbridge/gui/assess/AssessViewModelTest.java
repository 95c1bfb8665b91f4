package org.weighbridge.gui.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.Workbench;

class AssessViewModelTest {
  private final AssessViewModel model = new AssessViewModel(new Bench().workbench);

  @Test
  void plansTakeTheirParameters() {
    assertEquals(Workbench.wholeRange(), model.chosen());
    model.finalLoss().set(1.5);
    model.plan().set(Plan.ADAPTIVE);
    assertEquals(AssessmentPlan.Adaptive.upTo(1.5), model.chosen());
    model.plan().set(Plan.DEEP_SZ);
    model.start().set(1e-4);
    assertEquals(new AssessmentPlan.DeepSz(1e-4, 0.1, 1.5), model.chosen());
  }

  @Test
  void aFinalLossBelowTheCriterionIsRaisedToIt() {
    model.plan().set(Plan.DEEP_SZ);
    model.distortion().set(0.5);
    model.finalLoss().set(0.2);
    assertEquals(new AssessmentPlan.DeepSz(1e-3, 0.5, 0.5), model.chosen());
  }
}
