package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.weighbridge.network.LayerId;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Optimizer;
import org.weighbridge.training.PruningSchedule;
import org.weighbridge.training.Stage;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.RateCourse;
import org.weighbridge.workflow.TrainingWish;

/** How to learn. */
final class TrainingKeys {
  private static final String NESTEROV = "nesterov";
  private static final double MOMENTUM_USUAL = 0.9;
  private static final Kind<Double> BELOW_ONE =
      Kinds.number("a number from 0 to below 1", "0.5", x -> x >= 0 && x < 1);
  private static final Kind<Double> PULL =
      Kinds.number("a number of at least 0", "1e-4", x -> x >= 0 && x < Double.POSITIVE_INFINITY);
  private static final Kind<Double> ABOVE_ZERO =
      Kinds.number("a number above 0", "0.01", x -> x > 0 && x < Double.POSITIVE_INFINITY);
  private static final Kind<Boolean> FLAG = Kinds.FLAG;

  static final Key<Long> SEED =
      Key.of(
          "seed",
          Kinds.whole("a whole number", "1", Long.MIN_VALUE, Long.MAX_VALUE),
          1L,
          "decides order of the samples and dropout");
  static final Key<Integer> BATCH = Key.of("batch", Kinds.count(1, "100"), 100, "samples per step");
  static final Key<String> OPTIMIZER =
      Key.of(
          "optimizer", Kinds.words("sgd", NESTEROV, "adam"), "sgd", "how gradients move weights");
  static final Key<Double> MOMENTUM =
      Key.of("momentum", BELOW_ONE, MOMENTUM_USUAL, "of sgd and nesterov");
  static final Key<List<Double>> LEARNING_RATE =
      new Key<>(
          "learning-rate",
          Kinds.stages(ABOVE_ZERO, "[0.1, 0.05, 0.05]"),
          "of the plan",
          "the first rate, to which stages keep their proportion, or that of each stage");
  static final Key<List<RateCourse>> RATE_SCHEDULE =
      new Key<>(
          "rate-schedule",
          Kinds.stages(
              new Kinds.Parsed<>(
                  "cosine, constant, steps or steps:FACTOR:EPOCHS",
                  "cosine",
                  RateCourse::parse,
                  RateCourse::toString),
              "[cosine, constant, cosine]"),
          "of the plan",
          "the rate's course in all stages, or in each");
  static final Key<Double> WARM_UP =
      Key.optional("warm-up", ABOVE_ZERO, "epochs in which the rate rises from 0");
  static final Key<Double> L1 =
      new Key<>("l1", PULL, "of the plan", "pull towards zero, of the same strength");
  static final Key<Double> L2 = new Key<>("l2", PULL, "of the plan", "weight decay");
  static final Key<Double> DROPOUT =
      new Key<>("dropout", BELOW_ONE, "as the graph says", "the fraction of units to leave out");
  static final Key<Integer> EARLY_STOP =
      Key.of(
          "early-stop",
          Kinds.count(0, "3"),
          0,
          "epochs without a better one that end a stage; 0: never");
  static final Key<Boolean> FREEZE_NORMALIZATION =
      Key.of("freeze-normalization", FLAG, false, "keep the statistics of batch normalizations");
  static final Key<List<String>> FREEZE =
      new Key<>("freeze", LayerKinds.NAMES, "none", "layers whose weights do not learn");
  static final Key<Boolean> REGROW =
      Key.of("regrow", FLAG, false, "pruned weights may come back while the density falls");
  static final Key<Boolean> KEEP_ZEROS =
      Key.of("keep-zeros", FLAG, false, "weights that are zero to begin with stay zero");
  static final Key<String> SCHEDULE =
      new Key<>(
          "schedule", Kinds.words("once", "gradual"), "of the plan", "when the density falls");
  static final Key<Integer> ITERATIONS =
      Key.optional(
          "iterations", Kinds.count(1, "4"), "instead, prune a little and retrain, N times");

  /** Of any training. */
  static final List<Key<?>> LEARNING =
      List.of(
          SEED,
          BATCH,
          OPTIMIZER,
          MOMENTUM,
          LEARNING_RATE,
          RATE_SCHEDULE,
          WARM_UP,
          L1,
          L2,
          DROPOUT,
          EARLY_STOP,
          FREEZE_NORMALIZATION,
          FREEZE);

  /** Of trainings that prune. */
  static final List<Key<?>> WHILE_PRUNING = List.of(SCHEDULE, ITERATIONS, REGROW, KEEP_ZEROS);

  private static final Map<String, Integer> ROUNDS =
      Map.of(
          "once", PruningSchedule.ONE_SHOT.rounds(), "gradual", PruningSchedule.GRADUAL.rounds());

  private TrainingKeys() {}

  /** When the density is to fall, if anything is said of it. */
  static Optional<PruningSchedule> schedule(Fields fields) {
    fields.exclude(SCHEDULE, ITERATIONS, "they are two schedules, so leave one of them out.");
    return fields
        .find(ITERATIONS)
        .or(() -> fields.find(SCHEDULE).map(ROUNDS::get))
        .map(PruningSchedule::new);
  }

  /** A plan with what the keys say of {@link #LEARNING}. */
  static TrainingPlan learning(Fields fields, TrainingPlan base) {
    var wish =
        new TrainingWish(
            fields.find(SEED),
            fields.find(BATCH),
            optimizer(fields, base),
            fields.find(LEARNING_RATE).orElse(List.of()),
            fields.find(RATE_SCHEDULE).orElse(List.of()),
            fields.find(WARM_UP),
            fields.find(L1),
            fields.find(L2),
            fields.find(DROPOUT),
            fields.find(EARLY_STOP),
            false,
            fields.find(FREEZE_NORMALIZATION).orElse(false));
    var frozen = fields.find(FREEZE).orElse(List.of());
    return wish.over(base)
        .withFrozen(frozen.stream().map(LayerId::new).collect(Collectors.toSet()));
  }

  /** The same with {@link #WHILE_PRUNING} but for the schedule. */
  static TrainingPlan pruning(Fields fields, TrainingPlan base) {
    return learning(fields, base)
        .withRegrow(fields.find(REGROW).orElse(base.regrow()))
        .withKeepZeros(fields.find(KEEP_ZEROS).orElse(base.keepZeros()));
  }

  private static Optional<Optimizer> optimizer(Fields fields, TrainingPlan base) {
    var name = fields.find(OPTIMIZER);
    var momentum = fields.find(MOMENTUM);
    boolean adam = name.map("adam"::equals).orElse(base.optimizer() instanceof Optimizer.Adam);
    if (fields.has(MOMENTUM) && adam) {
      fields.problem(MOMENTUM, "adam has no momentum to set; leave it out, or take sgd.");
    }
    if (name.isEmpty() && momentum.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        adam
            ? Optimizer.Adam.usual()
            : new Optimizer.Sgd(
                momentum.orElse(MOMENTUM_USUAL), name.map(NESTEROV::equals).orElse(false)));
  }

  static void writeSchedule(
      PruningSchedule schedule, Optional<PruningSchedule> usual, Written out) {
    if (!out.complete() && usual.map(schedule::equals).orElse(false)) {
      return;
    }
    ROUNDS.entrySet().stream()
        .filter(entry -> entry.getValue() == schedule.rounds())
        .findFirst()
        .ifPresentOrElse(
            word -> out.put(SCHEDULE, word.getKey()), () -> out.put(ITERATIONS, schedule.rounds()));
  }

  static void writePruning(TrainingPlan plan, TrainingPlan base, Written out) {
    out.put(REGROW, plan.regrow(), base.regrow());
    out.put(KEEP_ZEROS, plan.keepZeros(), base.keepZeros());
    writeLearning(plan, base, out);
  }

  static void writeLearning(TrainingPlan plan, TrainingPlan base, Written out) {
    out.put(SEED, plan.seed(), base.seed());
    out.put(BATCH, plan.batch(), base.batch());
    writeOptimizer(plan, base, out);
    writeRates(plan, base, out);
    out.put(L1, plan.regularization().l1(), base.regularization().l1());
    out.put(L2, plan.regularization().l2(), base.regularization().l2());
    plan.dropout().ifPresent(ratio -> out.put(DROPOUT, ratio));
    out.put(EARLY_STOP, plan.patience(), base.patience());
    out.put(FREEZE_NORMALIZATION, !plan.normalize(), !base.normalize());
    var frozen = new TreeSet<String>();
    plan.frozen().forEach(layer -> frozen.add(layer.name()));
    out.put(FREEZE, List.copyOf(frozen), List.of());
  }

  private static void writeOptimizer(TrainingPlan plan, TrainingPlan base, Written out) {
    if (!out.complete() && plan.optimizer().equals(base.optimizer())) {
      return;
    }
    switch (plan.optimizer()) {
      case Optimizer.Adam adam -> out.put(OPTIMIZER, "adam");
      case Optimizer.Sgd sgd -> {
        out.put(OPTIMIZER, sgd.nesterov() ? NESTEROV : "sgd");
        out.put(MOMENTUM, sgd.momentum(), MOMENTUM_USUAL);
      }
    }
  }

  /** In as few words as give the same rates. */
  private static void writeRates(TrainingPlan plan, TrainingPlan base, Written out) {
    var stages = Arrays.stream(Stage.values()).map(plan::stage).map(StagePlan::rate).toList();
    var rates = stages.stream().map(LearningRate::rate).toList();
    var courses = stages.stream().map(RateCourse::of).toList();
    var warmUp =
        plan.stage(TrainingWish.first(plan)).rate() instanceof LearningRate.WarmUp warm
            ? Optional.of(warm.length())
            : Optional.<Double>empty();
    var said = new Rates(rates, courses, warmUp);
    if (!out.complete()) {
      said = said.shorter().stream().filter(less -> less.give(plan, base)).findFirst().orElse(said);
    }
    if (!said.rates().isEmpty()) {
      out.put(LEARNING_RATE, said.rates());
    }
    if (!said.courses().isEmpty()) {
      out.put(RATE_SCHEDULE, said.courses());
    }
    out.put(WARM_UP, warmUp);
  }

  /** A way to say the learning rates of all stages. */
  private record Rates(List<Double> rates, List<RateCourse> courses, Optional<Double> warmUp) {
    /** Ways with fewer words, the shortest first. */
    List<Rates> shorter() {
      var usual = RateCourse.of(courses.getFirst().kind());
      var ways = new ArrayList<Rates>();
      for (var fewer :
          List.of(List.<RateCourse>of(), List.of(usual), courses.subList(0, 1), courses)) {
        ways.add(new Rates(List.of(), fewer, warmUp));
        rates.stream()
            .distinct()
            .forEach(rate -> ways.add(new Rates(List.of(rate), fewer, warmUp)));
        ways.add(new Rates(rates, fewer, warmUp));
      }
      return ways;
    }

    boolean give(TrainingPlan plan, TrainingPlan base) {
      var none = Optional.<Double>empty();
      var wish =
          new TrainingWish(
              Optional.empty(),
              Optional.empty(),
              plan.optimizer().equals(base.optimizer())
                  ? Optional.empty()
                  : Optional.of(plan.optimizer()),
              rates,
              courses,
              warmUp,
              none,
              none,
              none,
              Optional.empty(),
              false,
              false);
      var given = wish.over(base);
      return Arrays.stream(Stage.values())
          .allMatch(stage -> given.stage(stage).equals(plan.stage(stage)));
    }
  }
}
