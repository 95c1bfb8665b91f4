package org.weighbridge.gui.workbench;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.training.Batches;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.TrainingListener;
import org.weighbridge.training.TrainingState;

/**
 * Brings what a training tells to the window's thread, and remembers where it can go on. What comes
 * faster than the window takes it is taken together.
 */
final class WindowListener implements TrainingListener {
  private final JobRunner jobs;
  private final Consumer<UnaryOperator<Course>> news;
  private final AtomicReference<@Nullable UnaryOperator<Course>> waiting = new AtomicReference<>();
  private @Nullable TrainingState state;

  /**
   * A listener for one run of a training.
   *
   * @param news told on the window's thread how the course goes on
   */
  WindowListener(JobRunner jobs, Consumer<UnaryOperator<Course>> news) {
    this.jobs = jobs;
    this.news = news;
  }

  /** Where the training can go on, as the training's own thread sees it. */
  Optional<TrainingState> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public void batches(Batches batches) {
    tell(course -> course.with(batches));
  }

  @Override
  public void epoch(Epoch epoch) {
    tell(course -> course.with(epoch));
  }

  private void tell(UnaryOperator<Course> more) {
    var earlier = waiting.getAndAccumulate(more, WindowListener::both);
    if (earlier == null) {
      jobs.onWindow(
          () -> {
            var all = waiting.getAndSet(null);
            if (all != null) {
              news.accept(all);
            }
          });
    }
  }

  private static UnaryOperator<Course> both(
      @Nullable UnaryOperator<Course> earlier, UnaryOperator<Course> more) {
    return earlier == null ? more : course -> more.apply(earlier.apply(course));
  }

  @Override
  public void checkpoint(TrainingState now) {
    state = now;
  }
}
