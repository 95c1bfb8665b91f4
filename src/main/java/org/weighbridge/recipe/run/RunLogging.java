package org.weighbridge.recipe.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.session.LoggedRun;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Encode;

/**
 * The log of a recipe's runs: one for each job and encoding, once. Its note is the job's name, its
 * tag the folder of the step that encoded.
 */
final class RunLogging {
  private final RunFolder folder;
  private final Set<String> logged = new HashSet<>();
  private int number;

  /** Goes on with the log that is there. */
  RunLogging(RunFolder folder) {
    this.folder = folder;
    if (Files.exists(folder.log())) {
      for (LoggedRun run : RunLog.read(folder.log())) {
        logged.add(key(run.run().note(), run.run().tags()));
        number = Math.max(number, run.run().number());
      }
    }
  }

  private static String key(String job, List<String> tags) {
    return job + " " + String.join(" ", tags);
  }

  /** Logs what a job encoded, where that is not logged yet. */
  void log(PlannedJob job) {
    for (PlannedStep step : job.steps()) {
      if (step.operator() instanceof Encode && !logged.contains(key(job.name(), tags(step)))) {
        run(job, step)
            .ifPresent(
                run -> {
                  RunLog.append(folder.log(), run);
                  logged.add(key(job.name(), tags(step)));
                });
      }
    }
  }

  private static List<String> tags(PlannedStep step) {
    return List.of(step.name());
  }

  /** Empty for a network that is in no file. */
  private Optional<LoggedRun> run(PlannedJob job, PlannedStep step) {
    var kept = folder.materials().kept(step.name());
    Optional<Path> model =
        kept.network().file().isPresent()
            ? kept.network().file().map(file -> folder.steps().resolve(file))
            : step.start().file();
    var data = step.start().data();
    return model.map(
        path ->
            new LoggedRun(
                path.toString(),
                kept.network().file().isPresent() ? sealed(kept.network()) : step.start().sha256(),
                kept.network().name(),
                data.map(Data::where),
                run(job, step, kept)));
  }

  /** The hash of a network that a step wrote, which its seal knows. */
  private String sealed(KeptNetwork network) {
    Path file = Path.of(network.file().orElseThrow());
    var step = folder.step(file.getName(0).toString());
    return step.seal().files().stream()
        .filter(seal -> seal.name().equals(file.getFileName().toString()))
        .findFirst()
        .orElseThrow()
        .sha256();
  }

  private Run run(PlannedJob job, PlannedStep step, KeptMaterial kept) {
    var encoded = kept.encoded().orElseThrow();
    return new Run(
        ++number,
        folder.step(step.name()).seal().at(),
        kept.found().isPresent() ? Run.Origin.OPTIMIZER : Run.Origin.HAND,
        step.start().data().map(data -> data.reporting().name()).orElse(""),
        0,
        PruningChoices.NONE,
        encoded.configuration(),
        kept.accuracy().map(BeforeAfter::after),
        encoded.measured(),
        job.name(),
        tags(step));
  }
}
