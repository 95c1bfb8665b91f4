package org.weighbridge.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Objective;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Optimizer;
import org.weighbridge.training.PruningSchedule;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.Assess;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.DeadNeuronsChoice;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.TestPlan;
import org.weighbridge.workflow.Train;

/** What is written is read as the same steps. */
class RecipeTextTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAsTheSameSteps() throws Exception {
    writtenAndRead(0, 40);
  }

  @Test
  @Tag("slow")
  void whateverIsWrittenIsReadAsTheSameSteps() throws Exception {
    writtenAndRead(40, 300);
  }

  private void writtenAndRead(int from, int to) throws Exception {
    Path model = folder.resolve("small.onnx");
    NetworkFiles.write(TestModels.mlp(1, 8, 6, 5, 4), model);
    var source = new ModelSource.File(model);
    for (int seed = from; seed < to; seed++) {
      var steps = operators(new Random(seed));
      String text = RecipeText.of(source, Optional.of(DataChoice.of("digits")), steps);

      var read = RecipeFile.read(Files.writeString(folder.resolve("r.yaml"), text), Map.of());

      var job = read.jobs().getFirst();
      assertEquals(steps, job.steps().stream().map(Step::operator).toList(), seed + "\n" + text);
      assertEquals(source, job.model());
    }
  }

  private static List<Operator> operators(Random random) {
    var steps = new ArrayList<Operator>();
    steps.add(new Train(plan(random, 1 + random.nextInt(5)), Optional.of(wish(random))));
    steps.add(
        new Prune(
            wish(random),
            any(random, DeadNeuronsChoice.values()),
            random.nextBoolean() ? Optional.empty() : Optional.of(plan(random, 2))));
    steps.add(new Retrain(TrainingPlan.fineTuning().withEpochs(0, 0, 1 + random.nextInt(9))));
    steps.add(
        new Assess(
            coding(random),
            layers(random),
            tests(random),
            random.nextInt(5),
            random.nextBoolean()));
    boolean bytes = random.nextBoolean();
    steps.add(
        new Optimize(
            bytes
                ? new Objective.LeastLoss(1 + random.nextInt(99999))
                : new Objective.LeastSize(random.nextDouble()),
            bytes ? coding(random) : Coding.DEFAULT.withEffort(Effort.FAST),
            bytes ? List.of() : List.of("sz", "linear"),
            layers(random),
            tests(random),
            random.nextInt(3)));
    steps.add(encode(random));
    steps.add(
        new Compare(
            random.nextDouble(),
            List.of("sz", "zfp"),
            random.nextBoolean(),
            random.nextBoolean(),
            Coding.DEFAULT,
            layers(random),
            tests(random)));
    return steps;
  }

  private static TrainingPlan plan(Random random, int pruning) {
    var rate = new LearningRate.Steps(random.nextDouble() + 1e-6, 0.5, 2);
    var plan =
        TrainingPlan.fineTuning()
            .withSeed(random.nextLong())
            .withBatch(1 + random.nextInt(500))
            .withEpochs(random.nextInt(3), pruning, random.nextInt(9))
            .withSchedule(new PruningSchedule(1 + random.nextInt(4)))
            .withRegrow(random.nextBoolean())
            .withKeepZeros(random.nextBoolean())
            .withRegularization(new Regularization(random.nextDouble(), random.nextDouble()))
            .withDropout(random.nextBoolean() ? OptionalDouble.of(0.5) : OptionalDouble.empty())
            .withNormalize(random.nextBoolean())
            .withPatience(random.nextInt(3))
            .withFrozen(random.nextBoolean() ? Set.of() : Set.of(new LayerId("fc1.weight")))
            .withOptimizer(
                any(
                    random,
                    new Optimizer.Sgd(0.9, false),
                    new Optimizer.Sgd(0.5, true),
                    Optimizer.Adam.usual()));
    return random.nextBoolean()
        ? plan
        : plan.withRetraining(new StagePlan(plan.retraining().epochs(), rate));
  }

  private static PruningWish wish(Random random) {
    var values =
        new LayerValues<>(
            Optional.of(random.nextDouble()), Map.of("fc2.weight", random.nextDouble()));
    return any(
        random,
        new PruningWish.NofM(2, 4),
        new PruningWish.Global(new Structure.Weights(), random.nextDouble()),
        new PruningWish.Rules(
            new Structure.Inputs(Norm.L1), Optional.empty(), Optional.of(values), Optional.empty()),
        new PruningWish.Rules(
            new Structure.Blocks(4, 2, Norm.L2),
            Optional.of(values),
            Optional.empty(),
            Optional.empty()));
  }

  private static Coding coding(Random random) {
    return new Coding(
        any(random, "sz", "zfp", "linear+channel"),
        any(random, Effort.values()),
        any(random, BelowBound.values()),
        any(
            random,
            Optional.<ErrorBound>empty(),
            Optional.of(new ErrorBound(ErrorBound.Mode.RELATIVE, 1e-5))));
  }

  private static LayerSelection layers(Random random) {
    return any(
        random,
        LayerSelection.ALL,
        new LayerSelection(List.of("fc1.weight", "fc2*"), List.of("*2.weight")));
  }

  private static TestPlan tests(Random random) {
    return any(
        random,
        TestPlan.ADAPTIVE,
        TestPlan.DeepSz.PUBLISHED,
        new TestPlan.DeepSz(1e-5, 0.25),
        new TestPlan.Grid(new AssessmentPlan.LogGrid(1e-4, random.nextDouble() + 1, 7)));
  }

  private static Encode encode(Random random) {
    var bound = new ErrorBound(ErrorBound.Mode.PSNR, 40 + random.nextDouble());
    var named = Map.of("fc1.weight", new CodedAs(Optional.of("codebook"), Parameter.bits(5)));
    var locked = new LayerSelection(List.of(), List.of("fc3.weight"));
    return any(
        random,
        Encode.chosen(),
        new Encode(
            new Encode.Asked(
                coding(random).withCodec("sz"), LayerValues.everywhere(CodedAs.of(bound))),
            locked),
        new Encode(
            new Encode.Asked(Coding.DEFAULT, new LayerValues<>(Optional.empty(), named)), locked),
        Encode.with(
            new Configuration(
                coding(random).withCodec("sz"),
                Map.of(new LayerId("fc1.weight"), bound),
                Map.of())));
  }

  @SafeVarargs
  private static <T> T any(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
