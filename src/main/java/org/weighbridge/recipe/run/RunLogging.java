package org.weighbridge.recipe.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.session.LoggedRun;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Encode;

/**
 * The log of a recipe's runs: one for each job and encoding, once, compared coders among them. Its
 * note is the job's name; its tags are the folder of the step that encoded, and the compared coder.
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

  /** Logs what a job encoded and compared, where that is not logged yet. */
  void log(PlannedJob job) {
    for (PlannedStep step : job.steps()) {
      switch (step.operator()) {
        case Encode encode -> encoded(job, step);
        case Compare compare -> compared(job, step);
        default -> {}
      }
    }
  }

  private void encoded(PlannedJob job, PlannedStep step) {
    var tags = List.of(step.name());
    if (isNew(job, tags)) {
      var kept = folder.materials().kept(step.name());
      var encoded = kept.encoded().orElseThrow();
      var origin = kept.found().isPresent() ? Run.Origin.OPTIMIZER : Run.Origin.HAND;
      log(
          job,
          step,
          kept,
          tags,
          origin,
          encoded.configuration(),
          kept.accuracy().map(BeforeAfter::after),
          encoded.measured());
    }
  }

  private void compared(PlannedJob job, PlannedStep step) {
    var kept = folder.materials().kept(step.name());
    for (ComparedCoder row : kept.comparison().orElseThrow().rows()) {
      var tags = List.of(step.name(), row.coder());
      if (row.file().isPresent() && isNew(job, tags)) {
        var file = row.file().get();
        log(
            job,
            step,
            kept,
            tags,
            Run.Origin.OPTIMIZER,
            file.configuration(),
            Optional.of(file.after()),
            file.file());
      }
    }
  }

  private boolean isNew(PlannedJob job, List<String> tags) {
    return logged.add(key(job.name(), tags));
  }

  /** Nothing for a network that is in no file. */
  private void log(
      PlannedJob job,
      PlannedStep step,
      KeptMaterial kept,
      List<String> tags,
      Run.Origin origin,
      Configuration configuration,
      Optional<MeasuredAccuracy> accuracy,
      MeasuredFile measured) {
    Optional<Path> model =
        kept.network().file().isPresent()
            ? kept.network().file().map(file -> folder.steps().resolve(file))
            : step.start().file();
    if (model.isEmpty()) {
      return;
    }
    var data = step.start().data();
    var run =
        new Run(
            ++number,
            folder.step(step.name()).seal().at(),
            origin,
            data.map(known -> known.reporting().name()).orElse(""),
            0,
            PruningChoices.NONE,
            configuration,
            accuracy,
            measured,
            job.name(),
            tags);
    RunLog.append(
        folder.log(),
        new LoggedRun(
            model.get().toString(),
            kept.network().file().isPresent() ? sealed(kept.network()) : step.start().sha256(),
            kept.network().name(),
            data.map(Data::where),
            run));
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
}
