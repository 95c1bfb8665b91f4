package org.weighbridge.gui.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.gui.workbench.Course;
import org.weighbridge.gui.workbench.Retrained;
import org.weighbridge.gui.workbench.Retraining;
import org.weighbridge.gui.workbench.Standing;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.job.ProgressState;
import org.weighbridge.training.Batches;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.TrainingPlan;

/** What the retraining can do now, how it goes, and what became of the network so far. */
public final class TrainingViewModel {
  private final Workbench workbench;
  private final Retraining retraining;
  private final PlanViewModel plan = new PlanViewModel();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper standings = new ReadOnlyStringWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper deciding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper resumable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper keepable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ProgressState> progress = (o, before, now) -> update();
  private @Nullable RunningJob followed;

  public TrainingViewModel(Workbench workbench) {
    this.workbench = workbench;
    retraining = workbench.retraining();
    retraining.running().addListener(change -> follow());
    retraining.result().addListener(change -> update());
    retraining.course().addListener(change -> update());
    retraining.obstacle().addListener(change -> update());
    workbench.jobs().running().addListener((Observable change) -> update());
    workbench.subject().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.pruning().shown().addListener(change -> update());
    workbench.pruning().accuracy().addListener(change -> update());
    update();
  }

  public PlanViewModel plan() {
    return plan;
  }

  public ReadOnlyObjectProperty<Course> course() {
    return retraining.course();
  }

  /** Both courses, one below the other. */
  Optional<CardFigure> figure() {
    var shown = course().get();
    var subject = workbench.subject().get();
    String network = subject == null ? "" : " of " + subject.network().name();
    return shown.losses().isEmpty() && shown.epochs().isEmpty()
        ? Optional.empty()
        : Optional.of(new CardFigure("training" + network, () -> CourseFigure.of(network, shown)));
  }

  /** How many epochs the training at work has at most; 0 when there is none. */
  int epochs() {
    return retraining.plan().map(TrainingPlan::epochs).orElse(0);
  }

  /** How it goes, what waits for a decision, or why it cannot begin. */
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /** Accuracies on the test split, as opened, pruned and retrained: one in a line. */
  public ReadOnlyStringProperty standings() {
    return standings.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** Why no training can begin now; empty when one can. */
  public ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** Whether a training can begin. */
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether something waits to be kept or discarded. */
  public ReadOnlyBooleanProperty deciding() {
    return deciding.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty resumable() {
    return resumable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty keepable() {
    return keepable.getReadOnlyProperty();
  }

  /** Whether the network at hand was retrained, and exists nowhere but here. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  public void start() {
    workbench.retrain(plan.plan(!workbench.pruning().choices().get().isEmpty()));
  }

  public void cancel() {
    retraining.cancel();
  }

  public void resume() {
    retraining.resume();
  }

  public void keep() {
    retraining.keep();
  }

  public void discard() {
    retraining.discard();
  }

  private void follow() {
    if (followed != null) {
      followed.progress().removeListener(progress);
    }
    followed = retraining.running().get();
    if (followed != null) {
      followed.progress().addListener(progress);
    }
    update();
  }

  private void update() {
    var subject = workbench.subject().get();
    var result = retraining.result().get();
    String missing = missing();
    busy.set(followed != null);
    deciding.set(result != null && followed == null);
    resumable.set(result != null && !result.finished());
    keepable.set(result != null && result.best().isPresent());
    obstacle.set(
        followed != null
            ? "A network is being retrained already: wait, or cancel it with Esc."
            : result != null ? "Keep or discard what was retrained first." : missing);
    ready.set(obstacle.get().isEmpty());
    unsaved.set(
        subject != null && subject.base().retrained() && followed == null && result == null);
    fraction.set(followed == null ? -1 : followed.progress().get().fraction());
    standings.set(standingWords());
    text.set(
        followed != null
            ? courseWords(followed)
            : result != null ? resultWords(result) : missing.isEmpty() ? readyWords() : missing);
  }

  private String missing() {
    var subject = workbench.subject().get();
    var setup = workbench.evaluation().get();
    if (subject == null) {
      return "Retraining needs a model: open one with Open….";
    }
    if (!retraining.obstacle().get().isEmpty()) {
      return retraining.obstacle().get();
    }
    if (setup == null) {
      return workbench.jobs().running().isEmpty()
          ? "Retraining needs a data set with labels: open one with Data…."
          : "Baseline accuracy follows …";
    }
    return setup.baseline().accuracy().kind() == Accuracy.Kind.LABELS
        ? ""
        : "%s has no labels, which retraining needs: open other data with Data…."
            .formatted(setup.test().name());
  }

  private String readyWords() {
    return workbench.pruning().choices().get().isEmpty()
        ? "Trains all weights that are not zero, on the training split."
        : "Trains what the pruning leaves, on the training split.";
  }

  private String courseWords(RunningJob job) {
    var course = retraining.course().get();
    int all = epochs();
    Batches now = course.now();
    var line = new StringBuilder();
    line.append("Epoch %d of %d".formatted(Math.min(all, course.epochs().size() + 1), all));
    if (now != null) {
      line.append(
          ", %s, loss %s".formatted(now.stage().title(), Numbers.fixed(now.soFar().mean(), 4)));
    }
    job.timeLeft()
        .ifPresent(left -> line.append(", " + Numbers.duration(left.toNanos()) + " left"));
    if (!course.epochs().isEmpty()) {
      line.append("\nLast validation: ").append(epochWords(course.epochs().getLast()));
    }
    return line.toString();
  }

  private static String epochWords(Epoch epoch) {
    return "%s, %s of weights"
        .formatted(
            Numbers.percent(epoch.validation().accuracy()), Numbers.percent(epoch.density()));
  }

  private static String resultWords(Retrained result) {
    String how = result.finished() ? "Done" : "Cancelled";
    return result.best().isEmpty()
        ? how + " before one epoch of retraining was over: nothing to keep yet."
        : "%s. Best: epoch %d of retraining, validation %s."
            .formatted(how, result.epoch(), Numbers.percent(result.validation().accuracy()));
  }

  private String standingWords() {
    var subject = workbench.subject().get();
    var setup = workbench.evaluation().get();
    var live = workbench.pruning().accuracy().get();
    var lines = new StringBuilder();
    if (subject != null && setup != null) {
      append(lines, Standing.of(subject, setup));
    }
    boolean dragging = !workbench.atHand() || setup == null;
    if (live != null && dragging) {
      lines.append(lines.isEmpty() ? "" : "\n").append("these masks ").append(percent(live));
    }
    return lines.toString();
  }

  private static void append(StringBuilder lines, List<Standing> way) {
    Accuracy opened = way.getFirst().accuracy();
    for (Standing standing : way) {
      lines.append(lines.isEmpty() ? "" : "\n");
      lines.append(standing.what()).append(' ').append(percent(standing.accuracy()));
      if (!standing.equals(way.getFirst())) {
        lines.append(
            "  (%s)".formatted(Numbers.points(-standing.accuracy().lossPointsFrom(opened))));
      }
    }
  }

  private static String percent(Accuracy accuracy) {
    return Numbers.percent(accuracy.top1());
  }
}
