package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.workflow.Data;

/**
 * What is wanted of a job: {@code pruned.onnx} where steps changed the network, {@code model.wbz},
 * {@code config.json}, {@code report}. All of it comes out of the folders of steps, so that it can
 * be thrown away and made again.
 */
final class JobFolder {
  private final RunFolder run;
  private final PlannedJob planned;
  private final KeptMaterial last;

  /** The folder of a job whose steps are done. */
  JobFolder(RunFolder run, PlannedJob planned, KeptMaterial last) {
    this.run = run;
    this.planned = planned;
    this.last = last;
  }

  /** Makes it anew beside the old one, and moves it over that. */
  void make() {
    Path folder = run.job(planned.name());
    Path made = folder.resolveSibling("." + planned.name() + ".part");
    Folders.delete(made);
    fill(made);
    Folders.delete(folder);
    try {
      Files.move(made, folder);
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(folder, AtomicFile.reason(e)), e);
    }
  }

  private void fill(Path made) {
    try {
      Files.createDirectories(made);
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(made, AtomicFile.reason(e)), e);
    }
    last.network()
        .file()
        .ifPresent(file -> model(run.steps().resolve(file), made.resolve("pruned.onnx")));
    last.encoded()
        .ifPresent(
            model -> {
              String step = planned.steps().getLast().name();
              Path file = run.steps().resolve(step).resolve(model.file());
              model(file, made.resolve("model.wbz"));
              ConfigurationFile.write(model.configuration(), made.resolve("config.json"));
            });
    reports(made);
  }

  /** A model with all that is known of it besides. */
  private void model(Path from, Path to) {
    Folders.link(from, to);
    planned.start().flatMap(Start::data).map(JobFolder::sidecar).ifPresent(s -> s.writeBeside(to));
  }

  private static ModelSidecar sidecar(Data data) {
    return ModelSidecar.of(data.preprocessing(), Optional.of(data.where()));
  }

  /** The last report is the one that knows most; those before it have their number. */
  private void reports(Path made) {
    List<Path> reports =
        planned.steps().stream()
            .map(step -> run.steps().resolve(step.name()).resolve(StepWork.REPORT))
            .filter(Files::isDirectory)
            .toList();
    for (int i = 0; i < reports.size(); i++) {
      String name = i == reports.size() - 1 ? StepWork.REPORT : StepWork.REPORT + "-" + (i + 1);
      Folders.link(reports.get(i), made.resolve(name));
    }
  }
}
