package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.training.PruningSchedule;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.DeadNeuronsChoice;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;

/** Pruning, with retraining where anything is said of it. */
final class PruneStep extends StepKind<Prune> {
  private static final Key<DeadNeuronsChoice> DEAD_NEURONS =
      Key.of(
          "dead-neurons",
          Kinds.choice(DeadNeuronsChoice.class),
          DeadNeuronsChoice.KEEP,
          "what becomes of neurons and filters that are cut off");
  private static final Key<List<Integer>> EPOCHS =
      new Key<>(
          "epochs",
          Kinds.stages(Kinds.count(0, "4"), "[0, 4, 4]"),
          "none, 4 where a schedule is given",
          "of retraining, and of each round before it; or with all weights, while pruning,"
              + " retraining");

  PruneStep() {
    super(
        Prune.class,
        "prune",
        "Sets small weights to zero; retrains where epochs, a schedule or anything of learning is"
            + " given.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>(PruningKeys.ALL);
    keys.add(DEAD_NEURONS);
    keys.addAll(learning());
    return keys;
  }

  private static List<Key<?>> learning() {
    var keys = new ArrayList<Key<?>>();
    keys.add(EPOCHS);
    keys.addAll(TrainingKeys.WHILE_PRUNING);
    keys.addAll(TrainingKeys.LEARNING);
    return keys;
  }

  @Override
  Prune read(Fields fields, Start start) {
    Optional<PruningWish> what = PruningKeys.read(fields);
    if (what.isEmpty()) {
      fields.problem("prune does not say how much; write density: 0.1, for example.");
    }
    var dead = fields.find(DEAD_NEURONS).orElse(DeadNeuronsChoice.KEEP);
    boolean retrains = fields.any(learning()).isPresent();
    return new Prune(
        what.orElseGet(() -> PruningWish.density(1)),
        dead,
        retrains ? Optional.of(plan(fields)) : Optional.empty());
  }

  private static TrainingPlan plan(Fields fields) {
    var usual = TrainingPlan.fineTuning();
    var epochs = fields.find(EPOCHS).orElse(List.of(usual.retraining().epochs()));
    var schedule = TrainingKeys.schedule(fields).orElse(PruningSchedule.ONE_SHOT);
    var plan =
        epochs.size() == 1
            ? scheduled(schedule, epochs.getFirst())
            : usual.withSchedule(schedule).withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
    if (plan.epochs() == 0) {
      fields.problem("prune retrains in 0 epochs; write epochs: 4, for example, or leave it out.");
    }
    return TrainingKeys.pruning(fields, plan);
  }

  /** So many epochs of retraining, and as many in each round before it. */
  private static TrainingPlan scheduled(PruningSchedule schedule, int each) {
    boolean gradual = schedule.equals(PruningSchedule.GRADUAL);
    int rounds = gradual ? 1 : schedule.rounds();
    boolean once = schedule.equals(PruningSchedule.ONE_SHOT);
    return TrainingPlan.fineTuning()
        .withSchedule(schedule)
        .withEpochs(0, once ? 0 : Math.multiplyExact(rounds, each), each);
  }

  @Override
  void write(Prune prune, Start start, Written out) {
    PruningKeys.write(prune.what(), out);
    out.put(DEAD_NEURONS, prune.dead(), DeadNeuronsChoice.KEEP);
    prune.training().ifPresent(plan -> write(plan, out));
  }

  private static void write(TrainingPlan plan, Written out) {
    TrainingKeys.writeSchedule(plan.schedule(), Optional.of(PruningSchedule.ONE_SHOT), out);
    var epochs =
        List.of(plan.dense().epochs(), plan.pruning().epochs(), plan.retraining().epochs());
    var usual = scheduled(plan.schedule(), plan.retraining().epochs());
    boolean each =
        usual.dense().epochs() == epochs.get(0) && usual.pruning().epochs() == epochs.get(1);
    out.put(EPOCHS, each && !out.complete() ? List.of(epochs.get(2)) : epochs);
    var base =
        TrainingPlan.fineTuning()
            .withSchedule(plan.schedule())
            .withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
    TrainingKeys.writePruning(plan, base, out);
  }
}
