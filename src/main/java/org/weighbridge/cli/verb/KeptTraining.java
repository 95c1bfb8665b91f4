package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.TrainingOptions;
import org.weighbridge.training.Checkpoint;
import org.weighbridge.training.TrainingState;
import org.weighbridge.workflow.StepListener;

/**
 * A training that can be interrupted, as verbs run it.
 *
 * @param options where checkpoints go
 * @param notice told where what was learnt is, when it was interrupted
 */
record KeptTraining(TrainingOptions options, Consumer<String> notice) {
  KeptTraining {
    options.checkpoint().ifPresent(OutputFile::check);
  }

  /** Where to go on, if that was asked for. */
  Optional<TrainingState> resume() {
    return options.resume().map(Checkpoint::read);
  }

  /** Writes checkpoints. */
  StepListener listener() {
    Optional<Path> file = options.checkpoint();
    return new StepListener() {
      @Override
      public void checkpoint(TrainingState state) {
        file.ifPresent(path -> Checkpoint.write(state, path));
      }
    };
  }

  /** Does the work; says how to go on when it is cancelled. */
  <T> T orSay(Supplier<T> work) {
    try {
      return work.get();
    } catch (CancellationException e) {
      options
          .checkpoint()
          .ifPresent(
              path ->
                  notice.accept(
                      "What was learnt is in %s; go on with the same command and --resume %s."
                          .formatted(path, Verb.quoted(path.toString()))));
      throw e;
    }
  }
}
