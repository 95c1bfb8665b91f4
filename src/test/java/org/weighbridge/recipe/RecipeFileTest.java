package org.weighbridge.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Train;

/** Recipes that are right, and damaged ones. */
class RecipeFileTest {
  private static final String GOOD =
      """
      name: paper table
      parameters:
        data: digits
        plan: {from: 1e-3, to: .1, points: 3}
      data: {where: "${data}", limit: 0x}
      models:
        - file: sample-models/lenet-300-100.onnx
          with: {density: {fc1.weight: 0.30, others: 5e-1}}
        - file: sample-models/lenet-5.onnx
          with: {density: 0.4}
      matrix:
        budget: [0.1, 3e-1]
        coder: [sz, "codebook+best"]
      steps:
        - prune: {density: ${density}, schedule: gradual, epochs: 2}
        - prune: {pattern: 2:4}
        - optimize: {max-loss: ${budget}, coder: ${coder}, plan: ${plan}, lock: "*.bias*"}
        - encode
        - encode: {bounds: {others: psnr:60, "fc*": 1}}
        - report: {formats: [svg], dpi: 600}
      """
          .replace("limit: 0x", "limit: 200")
          .replace("codebook+best", "linear")
          .replace("lock: \"*.bias*\"", "effort: fast")
          .replace(", \"fc*\": 1", "");

  @TempDir private Path folder;

  private Recipe read(String text, Map<String, String> set) throws Exception {
    return RecipeFile.read(Files.writeString(folder.resolve("recipe.yaml"), text), set);
  }

  @Test
  void aCellOfTheMatrixIsAJobPerModel() throws Exception {
    Recipe recipe = read(GOOD, Map.of());

    assertEquals("paper_table", recipe.name());
    assertEquals(
        List.of(
            "lenet-300-100-budget-0.1-coder-sz",
            "lenet-300-100-budget-0.1-coder-linear",
            "lenet-300-100-budget-3e-1-coder-sz",
            "lenet-300-100-budget-3e-1-coder-linear",
            "lenet-5-budget-0.1-coder-sz",
            "lenet-5-budget-0.1-coder-linear",
            "lenet-5-budget-3e-1-coder-sz",
            "lenet-5-budget-3e-1-coder-linear"),
        recipe.jobs().stream().map(Job::name).toList());
    Job job = recipe.jobs().get(2);
    assertEquals("digits", job.data().orElseThrow().where());
    assertEquals(200, job.data().orElseThrow().limit().orElseThrow());
    assertEquals(
        "optimize: {max-loss: 0.3, coder: sz, effort: fast, below-bound: drop, small-tensors:"
            + " lossless, layers: [], lock: [], plan: {from: 0.001, to: 0.1, points: 3}, assess-to: 0}",
        job.steps().get(2).text());
    assertEquals(new Mark(17, 5), job.steps().get(2).mark());
    var prune = (Prune) job.steps().getFirst().operator();
    var rules = (PruningWish.Rules) prune.what();
    assertEquals(Map.of("fc1.weight", 0.3), rules.density().orElseThrow().named());
    assertEquals(2, prune.training().orElseThrow().pruning().epochs());
    assertEquals(new PruningWish.NofM(2, 4), ((Prune) job.steps().get(1).operator()).what());
    assertEquals(Encode.chosen(), job.steps().get(3).operator());
  }

  @Test
  void aFreshNetworkIsTrainedAsItsBlueprintSays() throws Exception {
    var recipe =
        read(
            "data: digits\nmodels: {fresh: lenet-5}\nsteps: [train, optimize: {max-loss: 1}]\n",
            Map.of());

    var train = (Train) recipe.jobs().getFirst().steps().getFirst().operator();
    assertEquals(12, train.plan().dense().epochs());
    assertTrue(train.pruning().isPresent());
  }

  @Test
  void whoRunsItSetsParameters() throws Exception {
    String text =
        "parameters: {loss: 1}\nmodels: sample-models/lenet-5.onnx\nsteps: [optimize: {max-loss: ${loss}}]\n";

    assertEquals(
        Optimize.within(0.5),
        read(text, Map.of("loss", "0.5")).jobs().getFirst().steps().getFirst().operator());
    var fault = assertThrows(Fault.class, () -> read(text, Map.of("los", "0.5")));
    assertEquals(
        "recipe.yaml: There is no parameter los to set; did you mean loss?", fault.sentence());
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("b.yaml"), new byte[] {1, 0, (byte) 0xff});
    Path large = Files.write(folder.resolve("l.yaml"), new byte[(1 << 20) + 1]);

    assertTrue(refusal(file).contains("is no text file"));
    assertTrue(refusal(large).contains("larger than 256 KB"));
    assertTrue(refusal(folder).contains("is a folder"));
    assertTrue(refusal(folder.resolve("none")).contains("There is no recipe"));
  }

  private static String refusal(Path file) {
    return assertThrows(Fault.class, () -> RecipeFile.read(file, Map.of())).sentence();
  }

  @Test
  void damagedRecipesAreReadOrRefusedInASentence() throws Exception {
    readOrRefused(0, 100);
  }

  @Test
  @Tag("slow")
  void manyDamagedRecipesAreReadOrRefusedInASentence() throws Exception {
    readOrRefused(100, 1000);
  }

  private void readOrRefused(int from, int to) throws Exception {
    NetworkFiles.write(TestModels.mlp(1, 8, 6, 5, 4), folder.resolve("small.onnx"));
    String good = GOOD.replaceAll("sample-models/lenet-[-0-9]+.onnx", "small.onnx");
    for (int seed = from; seed < to; seed++) {
      String text = damaged(good, new Random(seed));
      try {
        read(text, Map.of());
      } catch (Fault fault) {
        assertTrue(!fault.sentence().isBlank(), "seed " + seed);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      }
    }
  }

  private static String damaged(String good, Random random) {
    var text = new StringBuilder(good);
    String signs = "{}[]:,-#&*!|>'\"%@`$\t\n 019.eabc\\~?";
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(text.length());
      int length = Math.min(text.length() - at, 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
        case 2 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
      }
    }
    return text.toString();
  }
}
