package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Train;

/** Training, with all weights and then while pruning. */
final class TrainStep extends StepKind<Train> {
  private static final Key<List<Integer>> EPOCHS =
      new Key<>(
          "epochs",
          Kinds.stages(Kinds.count(0, "15"), "[15, 20, 25]"),
          "of the plan",
          "with all weights, while pruning, retraining; a single number: with all weights only");

  TrainStep() {
    super(
        Train.class,
        "train",
        "Trains, and prunes while it learns; what is as usual depends on the network.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.add(EPOCHS);
    keys.addAll(PruningKeys.ALL);
    keys.addAll(TrainingKeys.WHILE_PRUNING);
    keys.addAll(TrainingKeys.LEARNING);
    return keys;
  }

  @Override
  Train read(Fields fields, Start start) {
    var plan = start.plan();
    var epochs = fields.find(EPOCHS).orElse(List.of());
    if (epochs.size() == 1) {
      plan = plan.withEpochs(epochs.getFirst(), 0, 0);
    } else if (epochs.size() == 3) {
      plan = plan.withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
    }
    plan = TrainingKeys.schedule(fields).map(plan::withSchedule).orElse(plan);
    plan = TrainingKeys.pruning(fields, plan);
    if (plan.epochs() == 0) {
      fields.problem("train has no epochs; write epochs: 10, for example.");
    }
    Optional<PruningWish> pruning = PruningKeys.read(fields);
    if (pruning.isPresent() && plan.pruning().epochs() == 0) {
      fields.problem(
          "train is to prune in 0 epochs; write epochs: [15, 20, 25], for example, or prune in a step"
              + " of its own.");
    }
    return new Train(plan, pruning.isPresent() ? pruning : usual(plan.pruning().epochs(), start));
  }

  private static Optional<PruningWish> usual(int epochs, Start start) {
    return epochs == 0 ? Optional.empty() : start.pruning();
  }

  @Override
  void write(Train train, Start start, Written out) {
    var plan = train.plan();
    var base = start.plan();
    var epochs =
        List.of(plan.dense().epochs(), plan.pruning().epochs(), plan.retraining().epochs());
    boolean dense = epochs.get(1) == 0 && epochs.get(2) == 0;
    out.put(
        EPOCHS,
        dense && !out.complete() ? epochs.subList(0, 1) : epochs,
        List.of(base.dense().epochs(), base.pruning().epochs(), base.retraining().epochs()));
    var usual = usual(plan.pruning().epochs(), start);
    if (out.complete() || !train.pruning().equals(usual)) {
      train.pruning().ifPresent(wish -> PruningKeys.write(wish, out));
    }
    TrainingKeys.writeSchedule(plan.schedule(), Optional.of(base.schedule()), out);
    var same = base.withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
    TrainingKeys.writePruning(plan, same, out);
  }
}
