package org.weighbridge.recipe.run;

import java.util.List;
import org.weighbridge.figure.DataTable;
import org.weighbridge.report.TextTable;

/**
 * What came of a recipe.
 *
 * @param jobs in the order of the recipe; one that compared coders is there once for each of them
 */
public record RunResult(List<JobResult> jobs) {
  public RunResult {
    jobs = List.copyOf(jobs);
  }

  /** Whether every job is done. */
  public boolean ok() {
    return jobs.stream().allMatch(job -> job.failure().isEmpty());
  }

  /** One sentence for each job that failed. */
  public List<String> failures() {
    return jobs.stream()
        .flatMap(job -> job.failure().map(why -> job.job().name() + ": " + why).stream())
        .toList();
  }

  /** A row for each result, for people. */
  public TextTable table() {
    return new ResultTable(jobs).text();
  }

  /** A row for each result, in full precision. */
  public DataTable data() {
    return new ResultTable(jobs).data();
  }
}
