package org.weighbridge.recipe.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.weighbridge.experiment.json.RecordFile;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.Recipe;
import org.weighbridge.workflow.Workbench;

/**
 * A recipe at work in a folder. Every step is done once: the same recipe again, after a kill or a
 * change, goes on with what is not done. Results depend neither on interruptions nor on how many
 * steps run at the same time.
 */
public final class RecipeRun {
  /**
   * Parameters of networks that need memory and cores for themselves: a GB while they are coded.
   */
  private static final long LARGE = 20_000_000;

  private final Recipe recipe;
  private final RunFolder folder;

  /**
   * A run.
   *
   * @param results its folder, which need not be there
   * @param notice told in a sentence what was damaged and is done again
   */
  public RecipeRun(Recipe recipe, Path results, Consumer<String> notice) {
    this.recipe = recipe;
    this.folder = new RunFolder(results, notice);
  }

  /** Where the points may be kept that this run measures, when they are kept nowhere else. */
  public static Path points(Path results) {
    return results.resolve("points");
  }

  /** All steps of all jobs and how far they are; does nothing. */
  public List<StepStatus> check(Progress progress) {
    progress.begin("Checking " + recipe.name(), 2);
    var jobs = plan(new DataHashes(), progress.part(1));
    Map<String, StepState> states = states(jobs, progress.part(1));
    var all = new ArrayList<StepStatus>();
    for (PlannedJob job : jobs) {
      for (int i = 0; i < job.steps().size(); i++) {
        var step = job.steps().get(i);
        var state = Objects.requireNonNull(states.get(step.name()));
        all.add(new StepStatus(job.name(), i + 1, step.step().text(), step.name(), state));
      }
    }
    return all;
  }

  /**
   * Does what is not done.
   *
   * @param bench its store keeps assessed points
   * @param atOnce at most as many steps at the same time
   * @throws org.weighbridge.fault.Fault when another run is at work in the folder, or nothing can
   *     be written there; what fails within a job is in the result
   * @throws java.util.concurrent.CancellationException when it was cancelled; another run goes on
   */
  public RunResult run(Workbench bench, int atOnce, Progress progress) {
    progress.begin("Running " + recipe.name(), 100);
    return folder.held(() -> runAlone(bench, atOnce, progress));
  }

  private RunResult runAlone(Workbench bench, int atOnce, Progress progress) {
    var hashes = new DataHashes();
    var jobs = plan(hashes, progress.part(3));
    var states = states(jobs, progress.part(2));
    var ends = new JobEnds(folder, jobs);
    writeOrigin(jobs, hashes);
    ends.done(with(states, true));
    return ends.over(doSteps(jobs, states, bench, atOnce, ends, progress.part(95)));
  }

  private Map<String, String> doSteps(
      List<PlannedJob> jobs,
      Map<String, StepState> states,
      Workbench bench,
      int atOnce,
      JobEnds ends,
      Progress progress) {
    var open = with(states, false);
    Map<String, String> labels = labels(jobs);
    progress.begin("Running " + recipe.name(), 100L * open.size());
    var work = new StepWork(folder, bench);
    var steps = distinct(jobs).stream().filter(step -> open.contains(step.name())).toList();
    return new Schedule(
            steps,
            step -> step.start().parameters() > LARGE,
            (step, unwanted) -> {
              String label = Objects.requireNonNull(labels.get(step.name()));
              var own = new JobProgress(progress.part(100), label, unwanted);
              work.run(step, Objects.requireNonNull(states.get(step.name())), own);
              ends.done(Set.of(step.name()));
            })
        .run(atOnce, progress);
  }

  private List<PlannedJob> plan(DataHashes hashes, Progress progress) {
    progress.begin("Reading models and data", recipe.jobs().size());
    return recipe.jobs().stream().map(job -> PlannedJob.of(job, hashes, progress.part(1))).toList();
  }

  private static List<PlannedStep> distinct(List<PlannedJob> jobs) {
    var steps = new LinkedHashMap<String, PlannedStep>();
    jobs.forEach(job -> job.steps().forEach(step -> steps.putIfAbsent(step.name(), step)));
    return List.copyOf(steps.values());
  }

  private Map<String, StepState> states(List<PlannedJob> jobs, Progress progress) {
    var states = new LinkedHashMap<String, StepState>();
    for (PlannedStep step : distinct(jobs)) {
      states.put(step.name(), folder.step(step.name()).state(progress));
    }
    return states;
  }

  private static Set<String> with(Map<String, StepState> states, boolean done) {
    var names = new LinkedHashSet<String>();
    states.forEach(
        (name, state) -> {
          if ((state == StepState.DONE) == done) {
            names.add(name);
          }
        });
    return names;
  }

  /** What progress says in front of a step: the first job that has it. */
  private static Map<String, String> labels(List<PlannedJob> jobs) {
    var labels = new LinkedHashMap<String, String>();
    for (PlannedJob job : jobs) {
      for (int i = 0; i < job.steps().size(); i++) {
        var step = job.steps().get(i);
        labels.putIfAbsent(
            step.name(),
            "%s, step %d of %d (%s): "
                .formatted(job.name(), i + 1, job.steps().size(), step.operator().name()));
      }
    }
    return labels;
  }

  private void writeOrigin(List<PlannedJob> jobs, DataHashes hashes) {
    byte[] text = recipe.text().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.path().resolve("recipe.yaml"), out -> out.write(text));
    Path file = folder.path().resolve("provenance.json");
    var provenance = Provenance.here();
    for (var source : hashes.sources()) {
      provenance = provenance.withData(source);
    }
    var models =
        jobs.stream()
            .flatMap(job -> job.start().stream())
            .map(RecipeRun::source)
            .distinct()
            .toList();
    RecordFile.write(new RunProvenance(provenance, models, recipe.parameters()), file);
  }

  private static ModelSource source(Start start) {
    var file = start.file().map(Path::getFileName).map(Path::toString);
    return new ModelSource(file.orElse(start.name()), start.sha256());
  }
}
