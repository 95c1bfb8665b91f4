package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.json.RecordFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.training.Checkpoint;
import org.weighbridge.training.TrainingState;
import org.weighbridge.workflow.StepListener;

/**
 * The folder of one step. It is done when its seal is there and every file is what the seal says.
 * What is there before is of no use, but for the state of a training and the rows of a comparison:
 * from these the step goes on.
 */
final class StepFolder {
  private static final String SEAL = "step.json";
  private static final String TRAINING = "training.wbtrain";
  private static final String ROWS = "rows";

  private final Path path;
  private final Consumer<String> notice;

  /**
   * The folder, which need not be there.
   *
   * @param notice told in a sentence what was thrown away
   */
  StepFolder(Path path, Consumer<String> notice) {
    this.path = path;
    this.notice = notice;
  }

  Path path() {
    return path;
  }

  StepState state(Progress progress) {
    if (Files.isSymbolicLink(path)) {
      return StepState.DAMAGED; // what it leads to is not ours to read or to make room in
    }
    if (!Files.exists(path)) {
      return StepState.TO_DO;
    }
    if (!Files.exists(path.resolve(SEAL))) {
      return StepState.BEGUN;
    }
    try {
      boolean whole = seal().files().stream().allMatch(file -> file.holds(path, progress));
      return whole ? StepState.DONE : StepState.DAMAGED;
    } catch (Fault damaged) {
      return StepState.DAMAGED;
    }
  }

  /** What is said of a step that is {@link State#DONE}. */
  StepSeal seal() {
    return RecordFile.read(path.resolve(SEAL), StepSeal.class);
  }

  /** Makes room for a step that is not done, and keeps what it can go on from. */
  void prepare(StepState state) {
    if (state == StepState.DAMAGED) {
      notice.accept("%s was damaged; the step is done again.".formatted(path));
      Folders.delete(path);
    }
    try {
      Files.createDirectories(path);
      try (var entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          boolean kept = name.equals(TRAINING) || name.equals(ROWS);
          if (!kept || Files.isSymbolicLink(entry)) {
            Folders.delete(entry);
          }
        }
      }
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(path, AtomicFile.reason(e)), e);
    }
  }

  /** Where the step's training was interrupted, if it was. */
  Optional<TrainingState> training() {
    return goingOn(path.resolve(TRAINING), Checkpoint::read);
  }

  /** The rows of the step's comparison that are finished. */
  List<ComparedCoder> rows() {
    Path folder = path.resolve(ROWS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var rows = new ArrayList<ComparedCoder>();
    try {
      for (Path file : Folders.files(folder)) {
        goingOn(file, f -> RecordFile.read(f, ComparedCoder.class)).ifPresent(rows::add);
      }
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(folder, AtomicFile.reason(e)), e);
    }
    return rows;
  }

  /** Reads what a step goes on from. */
  private interface Reading<T> {
    T of(Path file);
  }

  private <T> Optional<T> goingOn(Path file, Reading<T> reading) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.of(file));
    } catch (Fault damaged) {
      notice.accept("%s was damaged; what it held is done again.".formatted(file));
      Folders.delete(file);
      return Optional.empty();
    }
  }

  /** Keeps what a step that is interrupted can go on from. */
  StepListener keeping() {
    return new StepListener() {
      @Override
      public void checkpoint(TrainingState state) {
        Checkpoint.write(state, path.resolve(TRAINING));
      }

      @Override
      public void compared(ComparisonResult soFar) {
        var row = soFar.rows().getLast();
        Path file = path.resolve(ROWS).resolve(row.coder() + ".json");
        if (!Files.exists(file)) {
          RecordFile.write(row, file);
        }
      }
    };
  }

  /** Ends the step: from here on it is done. */
  void end(PlannedStep step, double seconds, Progress progress) {
    Folders.delete(path.resolve(TRAINING));
    Folders.delete(path.resolve(ROWS));
    var files = new ArrayList<FileSeal>();
    try {
      for (Path file : Folders.files(path)) {
        files.add(FileSeal.of(path, file, progress));
      }
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(path, AtomicFile.reason(e)), e);
    }
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var seal = new StepSeal(step.key(), step.step().text(), now, seconds, files);
    RecordFile.write(seal, path.resolve(SEAL));
  }
}
