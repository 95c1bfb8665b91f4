package org.weighbridge.gui.optimize;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Objective;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.job.ProgressState;

/** The objective, how far the search is, and what it proposes. */
public final class OptimizerViewModel {
  private final Workbench workbench;
  private final ObjectProperty<Goal> goal = new SimpleObjectProperty<>(Goal.LEAST_SIZE);
  private final DoubleProperty kilobytes = new SimpleDoubleProperty(20);
  private final BooleanProperty mix = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper proposing = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ProgressState> progress = (o, before, now) -> update();
  private @Nullable RunningJob followed;

  public OptimizerViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.optimizing().running().addListener(change -> follow());
    workbench.optimizing().suggestion().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench
        .comparingCoders()
        .wanted()
        .addListener((SetChangeListener<String>) change -> update());
    goal.addListener(change -> update());
    mix.addListener(change -> update());
    update();
  }

  public ObjectProperty<Goal> goal() {
    return goal;
  }

  /**
   * Whether each layer may have another of the compared coders; of no account to a search within a
   * size.
   */
  public BooleanProperty mix() {
    return mix;
  }

  /** The accepted loss in percentage points. */
  public DoubleProperty lossBudget() {
    return workbench.lossBudget();
  }

  /** The accepted size of the file in units of 1000 bytes. */
  public DoubleProperty kilobytes() {
    return kilobytes;
  }

  /** What goes on, or what is proposed. */
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /** How the samples that it chooses by are used; empty without data. */
  ReadOnlyStringProperty about() {
    return about.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether there is a proposal to use or not to use. */
  public ReadOnlyBooleanProperty proposing() {
    return proposing.getReadOnlyProperty();
  }

  /** Whether a search cannot be started: no data, or one is at work. */
  public BooleanBinding unready() {
    return Bindings.or(workbench.evaluation().isNull(), busy);
  }

  public void start() {
    switch (goal.get()) {
      case LEAST_SIZE -> {
        var objective = new Objective.LeastSize(workbench.lossBudget().get());
        if (mixes()) {
          workbench.mix(objective);
        } else {
          workbench.optimize(objective);
        }
      }
      case LEAST_LOSS ->
          workbench.optimize(new Objective.LeastLoss(Math.round(1000 * kilobytes.get())));
    }
  }

  private boolean mixes() {
    return mix.get()
        && goal.get() == Goal.LEAST_SIZE
        && !workbench.comparingCoders().wanted().isEmpty();
  }

  public void cancel() {
    workbench.optimizing().cancel();
  }

  public void use() {
    workbench.useSuggestion();
  }

  public void keepMine() {
    workbench.optimizing().dismiss();
  }

  private void follow() {
    if (followed != null) {
      followed.progress().removeListener(progress);
    }
    followed = workbench.optimizing().running().get();
    if (followed != null) {
      followed.progress().addListener(progress);
    }
    update();
  }

  private void update() {
    busy.set(followed != null);
    var suggestion = workbench.optimizing().suggestion().get();
    proposing.set(suggestion != null && followed == null);
    if (followed != null) {
      var state = followed.progress().get();
      fraction.set(state.fraction());
      text.set(
          (state.step().isEmpty() ? state.task() : state.step())
              + followed
                  .timeLeft()
                  .map(left -> " · " + Numbers.duration(left.toNanos()) + " left")
                  .orElse(""));
    } else if (suggestion != null) {
      text.set(
          "%s %s, %s%s. Validation loss:\npredicted %s, measured %s."
              .formatted(
                  suggestion.finished() ? "Found" : "Cancelled; found",
                  Numbers.ratio(suggestion.ratio()),
                  Numbers.bytes(suggestion.fileBytes()),
                  coders(suggestion.configuration()),
                  loss(suggestion.predictedLossPoints()),
                  loss(suggestion.measuredLossPoints())));
    } else {
      var evaluation = workbench.evaluation().get();
      text.set(
          evaluation == null
              ? "Needs a model and a data set."
              : "Chooses by the validation split, reports on the test split." + coders());
    }
    var samples = workbench.evaluation().get();
    about.set(
        samples == null ? "" : "Validation samples: " + samples.chooseBy().description() + ".");
  }

  /** What a search makes of coders; empty where nobody wonders. */
  private String coders() {
    var wanted = workbench.comparingCoders().wanted();
    return mixes()
        ? " Each layer gets one of %d coders, those ticked in “Coders to compare”; takes about %d searches."
            .formatted(wanted.size(), wanted.size())
        : workbench.history().get().mixed()
            ? " Codes all layers with %s, also those that have a coder of their own."
                .formatted(workbench.coding().layerCodec().label())
            : "";
  }

  /** Which coders are mixed, by the number of their layers; empty where there is one. */
  private static String coders(Configuration found) {
    if (!found.mixed()) {
      return "";
    }
    var layers = new LinkedHashMap<String, Integer>();
    found
        .settings()
        .keySet()
        .forEach(layer -> layers.merge(found.codec(layer).label(), 1, Integer::sum));
    return layers.entrySet().stream()
        .map(coder -> coder.getValue() + " × " + coder.getKey())
        .collect(Collectors.joining(", ", "; layers: ", ""));
  }

  private static String loss(double points) {
    return Numbers.points(points).replaceFirst("^\\+", "");
  }
}
