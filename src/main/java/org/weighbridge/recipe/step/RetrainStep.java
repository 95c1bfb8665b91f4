package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.Retrain;

/** Training of what pruning left. */
final class RetrainStep extends StepKind<Retrain> {
  private static final Key<Integer> EPOCHS =
      Key.of(
          "epochs",
          Kinds.count(1, "4"),
          TrainingPlan.fineTuning().retraining().epochs(),
          "passes over the training samples");

  private static final int USUAL = TrainingPlan.fineTuning().retraining().epochs();

  RetrainStep() {
    super(Retrain.class, "retrain", "Trains what pruning left; zeros stay zero.", all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.add(EPOCHS);
    keys.addAll(TrainingKeys.LEARNING);
    return keys;
  }

  @Override
  Retrain read(Fields fields, Start start) {
    return new Retrain(TrainingKeys.learning(fields, base(fields.find(EPOCHS).orElse(USUAL))));
  }

  private static TrainingPlan base(int epochs) {
    return Retrain.epochs(epochs).plan();
  }

  @Override
  void write(Retrain retrain, Start start, Written out) {
    int epochs = retrain.plan().retraining().epochs();
    out.put(EPOCHS, epochs, TrainingPlan.fineTuning().retraining().epochs());
    TrainingKeys.writeLearning(retrain.plan(), base(epochs), out);
  }
}
