package org.weighbridge.recipe.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weighbridge.file.AtomicFile;

/**
 * Ends jobs whose steps are done: makes their folders, logs their runs in the order of the recipe,
 * and writes the tables of all that have ended.
 */
final class JobEnds {
  private final RunFolder folder;
  private final List<PlannedJob> jobs;
  private final RunLogging log;
  private final Set<String> done = new HashSet<>();
  private final Map<Integer, List<JobResult>> ended = new TreeMap<>();
  private int logged;

  JobEnds(RunFolder folder, List<PlannedJob> jobs) {
    this.folder = folder;
    this.jobs = jobs;
    this.log = new RunLogging(folder);
  }

  /** More steps are done. */
  synchronized void done(Set<String> steps) {
    done.addAll(steps);
    boolean more = false;
    for (int i = 0; i < jobs.size(); i++) {
      PlannedJob job = jobs.get(i);
      if (!ended.containsKey(i)
          && job.obstacle().isEmpty()
          && job.steps().stream().allMatch(step -> done.contains(step.name()))) {
        var last = folder.materials().kept(job.steps().getLast().name());
        new JobFolder(folder, job, last).make();
        ended.put(i, JobResult.done(job.job(), last));
        more = true;
      }
    }
    if (more) {
      log();
      write();
    }
  }

  /**
   * All is over.
   *
   * @param failed the sentences of the steps that failed
   */
  synchronized RunResult over(Map<String, String> failed) {
    for (int i = 0; i < jobs.size(); i++) {
      PlannedJob job = jobs.get(i);
      if (!ended.containsKey(i)) {
        String why =
            job.obstacle()
                .or(
                    () ->
                        job.steps().stream()
                            .filter(step -> failed.containsKey(step.name()))
                            .findFirst()
                            .map(step -> failed.get(step.name())))
                .orElseThrow();
        String network = job.start().map(Start::name).orElse("");
        ended.put(i, List.of(JobResult.failed(job.job(), network, why)));
      }
    }
    log();
    write();
    return result();
  }

  /** The order of the log shall not depend on which job was quicker. */
  private void log() {
    for (; ended.containsKey(logged); logged++) {
      if (ended.get(logged).stream().allMatch(result -> result.failure().isEmpty())) {
        log.log(jobs.get(logged));
      }
    }
  }

  private RunResult result() {
    return new RunResult(ended.values().stream().flatMap(List::stream).toList());
  }

  private void write() {
    var table = new ResultTable(result().jobs());
    write("results.csv", table.data().csv());
    write("results.md", table.markdown());
  }

  private void write(String name, String text) {
    Path file = folder.path().resolve(name);
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
