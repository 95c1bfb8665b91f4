package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.job.CancelToken;

/** Recipes end to end: a network is pruned once, encoded with two bounds, and reported. */
class RunVerbTest extends OnTinyExample {
  private static final String RECIPE =
      """
      name: tiny
      parameters: {density: 0.5}
      data: {where: "DATA", limit: 100}
      models: "MODEL"
      matrix: {bound: [0.02, 0.1]}
      steps:
        - prune: {density: "${density}"}
        - encode: {bound: "${bound}"}
      """;
  private static final String REPORT = "  - report: {formats: [svg], widths: [one]}\n";

  private Path recipe(String name, String text) throws IOException {
    return Files.writeString(
        tiny.file(name),
        text.replace("DATA", tiny.data().toString()).replace("MODEL", tiny.model().toString()));
  }

  private static List<String> states(JsonObject checked) {
    return all(checked, "steps").map(step -> step.get("state").getAsString()).toList();
  }

  private static Stream<JsonObject> all(JsonObject json, String key) {
    return StreamSupport.stream(json.getAsJsonArray(key).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  @Test
  void everyMistakeHasALine() throws IOException {
    Path recipe =
        recipe(
            "wrong.yaml",
            "models: [MODEL]\nsteps:\n  - prune: {densty: 0.1}\n  - assess: {effort: hard}\n");
    var lines = type("run", recipe).err().lines().filter(l -> l.contains("line ")).toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains("line 3") && lines.getFirst().contains("density"));
    assertTrue(lines.getLast().contains("line 4") && lines.getLast().contains("hard"));
  }

  @Test
  void everyJobLeavesAModelAReportARowAndALineOfTheLog() throws IOException {
    Path results = tiny.file("all");
    Path recipe = recipe("all.yaml", RECIPE + REPORT);

    var json = type("run", recipe, "-o", results, "--jobs", 2, "--json").json();

    assertKeys(json, "recipe", "results", "jobs");
    var jobs = all(json, "jobs").toList();
    assertEquals(
        List.of("tiny-bound-0.02", "tiny-bound-0.1"),
        jobs.stream().map(job -> job.get("name").getAsString()).toList());
    for (JsonObject job : jobs) {
      assertKeys(job, "coder", "bytes", "ratio", "before", "pruned", "encoded", "flips");
      Path folder = results.resolve("jobs").resolve(job.get("name").getAsString());
      for (String file :
          List.of("pruned.onnx", "pruned.json", "config.json", "report/index.html")) {
        assertTrue(Files.exists(folder.resolve(file)), file);
      }
      assertEquals(job.get("bytes").getAsLong(), Files.size(folder.resolve("model.wbz")));
    }
    Path pruned = results.resolve("jobs/tiny-bound-0.02/pruned.onnx");
    var evaluated =
        type("evaluate", pruned, "--data", tiny.data(), "--limit", 100, "--json").json();
    assertEquals(evaluated.get("correct"), jobs.get(0).getAsJsonObject("pruned").get("correct"));
    var table = Files.readAllLines(results.resolve("results.csv"));
    assertEquals(3, table.size());
    assertTrue(
        table.get(1).startsWith("tiny-bound-0.02,0.02,tiny,sz,done," + jobs.get(0).get("bytes")),
        table.get(1));
    var runs = RunLog.read(results.resolve("runs.jsonl"));
    assertEquals(
        List.of("tiny-bound-0.02", "tiny-bound-0.1"),
        runs.stream().map(run -> run.run().note()).toList());
    var again = type("run", recipe, "-o", results, "--json").json();
    assertEquals(json, again);
    assertEquals(2, RunLog.read(results.resolve("runs.jsonl")).size());
  }

  @Test
  void checkSaysWhatIsDoneAndAChangedParameterWhatIsNot() throws IOException {
    Path results = tiny.file("checked");
    Path recipe = recipe("checked.yaml", RECIPE);
    Object[] check = {"run", recipe, "-o", results, "--check", "--json"};

    assertEquals(List.of("to do", "to do", "to do", "to do"), states(type(check).json()));
    assertFalse(Files.exists(results), "a check writes nothing");
    type("run", recipe, "-o", results).done();
    assertEquals(List.of("done", "done", "done", "done"), states(type(check).json()));

    recipe("checked.yaml", RECIPE.replace("0.1]", "0.2]"));
    assertEquals(List.of("done", "done", "done", "to do"), states(type(check).json()));
    var set = type("run", recipe, "-o", results, "--check", "--set", "density=0.3", "--json");
    assertEquals(List.of("to do", "to do", "to do", "to do"), states(set.json()));

    Path step;
    try (var steps = Files.list(results.resolve("steps"))) {
      step = steps.filter(path -> path.toString().contains("prune-")).findFirst().orElseThrow();
    }
    Files.write(step.resolve("network.onnx"), new byte[] {1});
    assertEquals(List.of("damaged", "done", "damaged", "to do"), states(type(check).json()));
    var mended = type("run", recipe, "-o", results).done();
    assertTrue(mended.err().contains("was damaged; the step is done again."), mended.err());
    assertEquals(List.of("done", "done", "done", "done"), states(type(check).json()));
  }

  @Test
  void aJobThatFailsIsToldAtTheEndAndEndsNoOther() throws IOException {
    Path results = tiny.file("failing");
    Path untaught = tiny.file("untaught");
    Files.createDirectories(untaught);
    for (String part : List.of("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")) {
      Files.copy(tiny.data().resolve(part), untaught.resolve(part));
    }
    String text =
        """
        data: {where: "${data}", choose-on: test}
        models: "MODEL"
        matrix: {data: ["UNTAUGHT", "DATA"]}
        steps:
          - prune: {density: 0.5, epochs: 1}
          - encode: {bound: 0.1}
        """;
    Path recipe = recipe("failing.yaml", text.replace("UNTAUGHT", untaught.toString()));

    var typed = type("run", recipe, "-o", results, "--json");

    assertEquals(1, typed.code(), typed.err());
    var table = Files.readAllLines(results.resolve("results.csv"));
    assertTrue(table.get(1).contains(",tiny,,failed,"), table.get(1));
    assertTrue(table.get(2).contains(",tiny,sz,done,"), table.get(2));
    assertTrue(typed.out().contains("\"failure\": "), typed.out());
    assertEquals(1, RunLog.read(results.resolve("runs.jsonl")).size());
  }

  @Test
  void comparedCodersHaveRowsAndLines() throws IOException {
    Path results = tiny.file("compared");
    String text =
        """
        data: {where: "DATA", limit: 100}
        models: "MODEL"
        steps:
          - compare: {budget: 20, coders: [bf16, codebook], layers: fc2.weight, published: false, mixed: true}
        """;

    type("run", recipe("compared.yaml", text), "-o", results).done();

    var table = Files.readAllLines(results.resolve("results.csv"));
    assertEquals(4, table.size());
    assertTrue(table.get(1).startsWith("tiny,tiny,bf16,done,"), table.get(1));
    assertTrue(table.get(2).startsWith("tiny,tiny,codebook,done,"), table.get(2));
    assertTrue(table.get(3).startsWith("tiny,tiny,mixed,done,"), table.get(3));
    var runs = RunLog.read(results.resolve("runs.jsonl"));
    assertEquals(
        List.of("bf16", "codebook", "mixed"),
        runs.stream().map(run -> run.run().tags().getLast()).toList());
  }

  @Test
  void whatStandsInTheWayIsSaidInASentence() throws IOException {
    Path recipe = recipe("refused.yaml", RECIPE);
    type("run", tiny.file("none.yaml")).refused("There is no recipe", "none.yaml");
    type("run", recipe, "--jobs", 0).wrongUsage("--jobs takes 1 or more");
    Path file = Files.writeString(tiny.file("a-file"), "");
    type("run", recipe, "-o", file).refused("Cannot write", "a-file", "a file stands where");
    Path held = Files.createDirectories(tiny.file("held"));
    try (var channel =
            FileChannel.open(
                held.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertTrue(lock.isValid());
      type("run", recipe, "-o", held).refused("Another run is at work in", "held", "-o");
    }
  }

  @Test
  void aCancelSaysHowToGoOn() throws IOException {
    Path results = tiny.file("cancelled");
    var cancel = new CancelToken();
    cancel.cancel();
    var typed = type(cancel, "run", recipe("cancelled.yaml", RECIPE), "-o", results);
    assertTrue(typed.code() != 0, typed.err());
    assertTrue(typed.err().contains("the same command goes on."), typed.err());
  }
}
