package org.weighbridge.gui.bench;

import org.weighbridge.experiment.Objective;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.training.TrainingPlan;

/** Long work of the window that can be cancelled. */
enum LongWork {
  ASSESS("assess") {
    @Override
    void start(Workbench workbench) {
      workbench.assess(Workbench.wholeRange());
    }
  },
  SEARCH("search") {
    @Override
    void start(Workbench workbench) {
      workbench.optimize(new Objective.LeastSize(0.3));
    }
  },
  MEASURE_AND_ENCODE("measure and encode") {
    @Override
    void start(Workbench workbench) {
      var layer = workbench.history().get().settings().keySet().iterator().next();
      workbench.bounds().set(layer, 1.01 * workbench.bounds().lastPlace(layer));
      workbench.evaluate();
    }
  },
  RETRAIN("retrain") {
    @Override
    void start(Workbench workbench) {
      workbench.retrain(TrainingPlan.fineTuning());
    }
  };

  private final String title;

  LongWork(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Begins it, on the window's thread. */
  abstract void start(Workbench workbench);
}
