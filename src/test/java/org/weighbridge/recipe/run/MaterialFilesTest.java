package org.weighbridge.recipe.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.json.RecordJson;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.Assess;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.DeadNeuronsChoice;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.Train;

/** A step that goes on from files gives what it gives when it goes on from values. */
@Tag("slow")
final class MaterialFilesTest {
  private static final Encode HALF =
      new Encode(
          new Encode.Asked(
              Coding.DEFAULT.withSmallTensors(Optional.of(ErrorBound.absolute(1e-3))),
              LayerValues.everywhere(CodedAs.of(ErrorBound.absolute(0.02)))),
          LayerSelection.ALL);

  /** Each operator follows on one that leaves something else behind. */
  private static final List<Operator> STEPS =
      List.of(
          new Train(TrainingPlan.usual(1).withEpochs(1, 0, 0), Optional.empty()),
          Prune.of(PruningWish.density(0.2)),
          Retrain.epochs(1),
          new Prune(PruningWish.density(0.1), DeadNeuronsChoice.REMOVE, Optional.empty()),
          Assess.upTo(3),
          SmallRecipes.within(30),
          Encode.chosen(),
          SmallRecipes.compare(40, "bf16", "codebook"),
          HALF);

  @TempDir Path folder;

  @Test
  void goingOnFromFilesGivesTheSameNumbersAndBytes() {
    var recipes = SmallRecipes.bundled();
    var bench = SmallRecipes.bench(folder);
    var job = recipes.job("all", STEPS.toArray(Operator[]::new));
    var planned = PlannedJob.of(job, new DataHashes(), Progress.none());
    var files = new RunFolder(folder, sentence -> {}).materials();
    Loaded values = files.start(planned.start().orElseThrow(), Progress.none());
    Loaded read = values;
    for (PlannedStep step : planned.steps()) {
      Material fromValues = bench.apply(step.operator(), values.material(), Progress.none());
      Material fromFiles = bench.apply(step.operator(), read.material(), Progress.none());
      assertSame(step.operator().name(), fromValues, fromFiles);
      files.write(step, read, fromFiles);
      read = files.read(step, Progress.none());
      assertSame(step.operator().name() + " read again", fromFiles, read.material());
      values = new Loaded(fromValues, read.network(), read.original());
    }
  }

  @Test
  void networksAreWrittenWhereTheyChange() {
    var recipes = SmallRecipes.bundled();
    var result =
        SmallRecipes.run(
            SmallRecipes.recipe(recipes.job("a", Prune.of(PruningWish.density(0.1)), HALF)),
            folder,
            1);
    assertTrue(result.ok(), () -> result.failures().toString());
    var written = new ArrayList<String>();
    try (var all = Files.walk(folder.resolve("steps"))) {
      all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".onnx"))
          .forEach(written::add);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertEquals(List.of("network.onnx"), written);
  }

  @SuppressWarnings("ReferenceEquality") // a network that no step changed is kept once
  private static boolean isUnchanged(Material material) {
    return material.network() == material.original();
  }

  private static void assertSame(String step, Material one, Material other) {
    assertSame(step, one.network(), other.network());
    assertSame(step, one.original(), other.original());
    assertEquals(isUnchanged(one), isUnchanged(other), step);
    assertEquals(one.sidecar(), other.sidecar(), step);
    assertEquals(one.data(), other.data(), step);
    assertEquals(json(one), json(other), step);
    assertSame(step, one.encoded(), other.encoded());
    assertSame(
        step, one.found().map(f -> f.result().model()), other.found().map(f -> f.result().model()));
  }

  private static void assertSame(String step, Network one, Network other) {
    assertEquals(one.name(), other.name(), step);
    assertEquals(one.hash(), other.hash(), step);
    assertEquals(one.parameters(), other.parameters(), step);
    assertArrayEquals(NetworkFiles.toBytes(one), NetworkFiles.toBytes(other), step);
  }

  private static void assertSame(
      String step, Optional<EncodedModel> one, Optional<EncodedModel> other) {
    assertEquals(one.isPresent(), other.isPresent(), step);
    if (one.isPresent()) {
      assertArrayEquals(one.get().file().toBytes(), other.get().file().toBytes(), step);
      assertEquals(
          List.copyOf(one.get().decoded().keySet()), List.copyOf(other.get().decoded().keySet()));
      one.get()
          .decoded()
          .forEach(
              (layer, tensor) ->
                  assertTrue(tensor.sameBits(other.get().decoded().get(layer)), step + layer));
    }
  }

  private static String json(Material material) {
    var nowhere = new KeptNetwork(Optional.empty(), "", "");
    return SmallRecipes.withoutTimes(
        RecordJson.pretty(
            new KeptMaterial(
                nowhere,
                nowhere,
                material.epochs(),
                material.seeds(),
                material.pruning(),
                material.assessment(),
                material
                    .found()
                    .map(f -> KeptFound.of(f, KeptModel.of(f.result().model(), "model.wbz"))),
                material.encoded().map(model -> KeptModel.of(model, "model.wbz")),
                material.accuracy(),
                material.comparison())));
  }
}
