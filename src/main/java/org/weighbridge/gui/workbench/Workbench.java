package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFiles;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.training.TrainingPlan;

/**
 * The one state behind all parts of the window: one network, one data set, one selected layer, one
 * current configuration. Parts read its properties and call its methods, and never each other.
 */
public final class Workbench {
  /** Assessed by themselves after opening: networks that one evaluation takes at most this long. */
  private static final long QUICK_NANOS = 3_000_000_000L;

  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
  private final Evaluating evaluating;
  private final ObjectProperty<@Nullable LayerId> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Region> region = new SimpleObjectProperty<>();
  private Optional<String> data = Optional.empty();
  private final DoubleProperty lossBudget = new SimpleDoubleProperty(this, "lossBudget");
  private final Steps<Choices> steps = new Steps<>(Choices.NOTHING);

  /** Hears of a change before what may recall a measurement of it. */
  private final Runs runs = new Runs(steps);

  private final History<Configuration> history =
      steps.part(Choices::configuration, Choices::withConfiguration);
  private final LastSettings lastSettings = new LastSettings();
  private final Bounds bounds = new Bounds(history, this::layer, lastSettings);
  private final Coders coders = new Coders(history, lastSettings);
  private final Pruning pruning;
  private final Retraining retraining;
  private final Measuring measuring;
  private final Reconstructing reconstructing;
  private final Beside beside;
  private final Assessing assessing;
  private final Optimizing optimizing;
  private final ComparingCoders comparingCoders;
  private final CoderFiles coderFiles;
  private final Exporting exporting;
  private final Comparing comparing;
  private final Predicting predicting;
  private final ViewState view = new ViewState();
  private KeptCurves kept = KeptCurves.NONE;

  /**
   * A workbench with nothing on it.
   *
   * @param notices told what was written
   * @param quiet the quiet after a change before its bytes are counted
   * @param clock in nanoseconds
   * @param store what earlier runs of the program assessed
   */
  public Workbench(
      JobRunner jobs, Notices notices, Debounce quiet, LongSupplier clock, PointStore store) {
    this.jobs = jobs;
    var precedence = new Precedence();
    this.evaluating = new Evaluating(jobs, subject::get);
    this.pruning = new Pruning(jobs, precedence, steps, evaluating, this::adopt);
    this.retraining = new Retraining(jobs, precedence, this::keep);
    var encoder = new ModelEncoder();
    this.measuring = new Measuring(jobs, precedence, encoder, quiet, clock);
    this.reconstructing =
        new Reconstructing(
            jobs, encoder, subject.getReadOnlyProperty(), selected, history, runs, clock);
    this.beside = new Beside(jobs, reconstructing, measuring, history, runs);
    this.assessing = new Assessing(jobs, precedence, store);
    this.comparing = new Comparing(jobs);
    this.predicting = new Predicting(history, assessing, measuring, comparing);
    this.comparingCoders = new ComparingCoders(jobs, precedence, assessing, comparing, store);
    this.coderFiles =
        new CoderFiles(
            jobs,
            precedence,
            subject.getReadOnlyProperty(),
            history,
            comparingCoders,
            comparing,
            lossBudget);
    this.optimizing = new Optimizing(jobs, precedence, assessing, comparing, store);
    this.exporting = new Exporting(jobs, notices);
    selected.addListener((o, before, now) -> region.set(null));
    selected.addListener(change -> recall());
    var budgets = steps.part(Choices::lossBudget, Choices::withLossBudget);
    lossBudget.set(budgets.get());
    lossBudget.addListener((o, before, now) -> budgets.set(now.doubleValue()));
    budgets.current().addListener((o, before, now) -> lossBudget.set(now));
    evaluating.evaluation().addListener(change -> evaluationChanged());
    history.current().addListener(change -> configurationChanged());
    history.moving().addListener((o, before, now) -> drag(precedence, now));
    history.moving().addListener(change -> record());
    measuring.accuracy().addListener(change -> record());
    measuring.file().addListener(change -> record());
    measuring.file().addListener(change -> reconstructing.catchUp());
  }

  public JobRunner jobs() {
    return jobs;
  }

  public ReadOnlyObjectProperty<@Nullable Subject> subject() {
    return subject.getReadOnlyProperty();
  }

  /** The data and what measures on it; null until it is open, or when there is none. */
  public ReadOnlyObjectProperty<@Nullable EvaluationSetup> evaluation() {
    return evaluating.evaluation();
  }

  /** Why there is no evaluation yet. */
  public ReadOnlyObjectProperty<Awaited> awaited() {
    return evaluating.awaited();
  }

  public ObjectProperty<@Nullable LayerId> selected() {
    return selected;
  }

  /** The part of the selected layer that is looked at; null for all of it. */
  public ObjectProperty<@Nullable Region> region() {
    return region;
  }

  /** How the parts of the window are set. */
  public ViewState view() {
    return view;
  }

  /** The accepted loss of accuracy in percentage points; every change can be undone. */
  public DoubleProperty lossBudget() {
    return lossBudget;
  }

  /** The configurations; undo goes back over all choices, those of pruning included. */
  public History<Configuration> history() {
    return history;
  }

  /** What is pruned. */
  public Pruning pruning() {
    return pruning;
  }

  /** Training after pruning. */
  public Retraining retraining() {
    return retraining;
  }

  /** What the layers are set to. */
  public Bounds bounds() {
    return bounds;
  }

  /** Which coder codes which layer. */
  public Coders coders() {
    return coders;
  }

  /** What was tried. */
  public Runs runs() {
    return runs;
  }

  /** The selected layer as it is decoded. */
  public Reconstructing reconstructing() {
    return reconstructing;
  }

  /** What the selected layer is compared with. */
  public Beside beside() {
    return beside;
  }

  public Measuring measuring() {
    return measuring;
  }

  public Assessing assessing() {
    return assessing;
  }

  public ComparingCoders comparingCoders() {
    return comparingCoders;
  }

  /** The files of the coders that are compared. */
  public CoderFiles coderFiles() {
    return coderFiles;
  }

  /** Assesses every codec with the same plan, when there is data. */
  public void compareCoders(AssessmentPlan plan) {
    var network = subject.get();
    var setup = evaluating.get();
    if (network != null && setup != null) {
      comparingCoders.start(network, setup, history.get(), plan);
    }
  }

  public Optimizing optimizing() {
    return optimizing;
  }

  /** What was measured and what can be predicted, side by side. */
  public Comparing comparing() {
    return comparing;
  }

  public Exporting exporting() {
    return exporting;
  }

  /** The selected layer of the network that is shown. */
  public Optional<LayerFacts> selectedLayer() {
    var id = selected.get();
    return id == null ? Optional.empty() : layer(id);
  }

  private Optional<LayerFacts> layer(LayerId id) {
    var network = pruning.shown().get();
    return network == null ? Optional.empty() : network.layer(id);
  }

  /** What the curves say of the current configuration; null before an assessment. */
  public ReadOnlyObjectProperty<@Nullable Prediction> prediction() {
    return predicting.prediction();
  }

  /** The accuracy of exactly the current configuration, once it is measured. */
  public Optional<MeasuredAccuracy> measuredAccuracy() {
    return atHand() ? Found.of(history.get(), measuring.accuracy().get()) : Optional.empty();
  }

  /** The file of exactly the current configuration, once it is encoded. */
  public Optional<MeasuredFile> measuredFile() {
    return atHand() ? Found.of(history.get(), measuring.file().get()) : Optional.empty();
  }

  /** Whether all that can be measured of the current configuration has been. */
  public boolean upToDate() {
    return measuredFile().isPresent()
        && (evaluating.get() == null || measuredAccuracy().isPresent());
  }

  /**
   * Whether what is shown is the network at hand and the one that is chosen, and not what a drag
   * would make of it or a network whose masks are still being made.
   */
  @SuppressWarnings("ReferenceEquality") // one network at hand
  public boolean atHand() {
    var network = subject.get();
    var chosen = steps.get();
    return pruning.shown().get() == network
        && (network == null
            || (chosen.base() != null && network.is(chosen.base(), chosen.pruning())));
  }

  /** Whether a drag is on that measurements keep up with. */
  public boolean following() {
    return history.moving().get() && atHand() && evaluating.get() != null && measuring.keepsUp();
  }

  /**
   * Opens a model. Its layers are there as soon as it is read; data, accuracy and curves follow.
   *
   * @param data the data set as the user named it; without one, what the model's sidecar names
   */
  public void openModel(Path file, Optional<String> data) {
    var unused =
        jobs.start(
            Lane.WORK,
            "Opening " + file.getFileName(),
            progress -> Subject.read(file, progress),
            opened -> {
              show(opened);
              data.or(opened::builtInData).ifPresent(this::openData);
            });
  }

  /**
   * Goes on with a session.
   *
   * @param models where its model may be, the likeliest first
   * @param data where its data is; empty to go on without
   * @param restored told where the model was when everything but the data is there
   */
  public void openSession(
      Session session, List<Path> models, Optional<String> data, Consumer<Path> restored) {
    var state = session.state();
    var unused =
        jobs.start(
            Lane.WORK,
            "Opening " + models.getFirst().getFileName(),
            progress -> Sessions.subject(state, models, progress),
            opened -> {
              show(opened);
              Sessions.restore(session, opened, runs, steps);
              state
                  .view()
                  .selected()
                  .filter(id -> opened.layer(id).isPresent())
                  .ifPresent(selected::set);
              view.restore(state.view().parts());
              assessing.know(state.curves());
              kept = new KeptCurves(steps.get(), state.curves());
              showKept();
              data.ifPresent(where -> openData(where, state.data()));
              restored.accept(opened.file());
            });
  }

  /** What would be lost if the program ended now; empty without a model. */
  public Optional<Session> session() {
    var setup = evaluating.data();
    return Sessions.of(
        subject.get(),
        steps.get(),
        runs,
        data.map(where -> Sessions.data(where, setup)),
        lossBudget.get(),
        assessing.all(evaluating.get()),
        new SessionState.View(Optional.ofNullable(selected.get()), view.get()));
  }

  /** Opens a data set for the network at hand. */
  public void openData(String where) {
    openData(where, Optional.empty());
  }

  /** Opens a data set that has to be the one that a session was made with, where that is known. */
  private void openData(String where, Optional<SessionState.Data> as) {
    data = Optional.of(where);
    evaluating.open(where, samples -> as.ifPresent(d -> SessionFiles.checkData(d, samples)));
  }

  /** Starts a retraining of what is pruned when there is data. */
  public void retrain(TrainingPlan plan) {
    var network = subject.get();
    var setup = evaluating.get();
    if (network != null && setup != null) {
      retraining.start(network, setup, plan);
    }
  }

  private void keep(Network retrained, Accuracy before, Optional<Descent> descent) {
    steps.set(
        steps.get().kept(Base.retrained(runs.nextBase(), retrained, Optional.of(before), descent)));
  }

  /** Writes the network at hand, not encoded, as an ONNX file. */
  public void save(Path target) {
    var network = subject.get();
    if (network != null) {
      exporting.plain(network, target);
    }
  }

  /** Starts an assessment when there is data. */
  public void assess(AssessmentPlan plan) {
    var network = subject.get();
    var setup = evaluating.get();
    if (network != null && setup != null) {
      assessing.start(network, setup, history.get(), assessing.shown(), plan);
    }
  }

  /** The assessment that fills the curves over the bounds that are of interest in most layers. */
  public static AssessmentPlan wholeRange() {
    return new AssessmentPlan.LogGrid(BoundRange.USUAL.least(), BoundRange.USUAL.most(), 14);
  }

  /** Starts a search for bounds when there is data. */
  public void optimize(Objective objective) {
    var network = subject.get();
    var setup = evaluating.get();
    if (network != null && setup != null) {
      optimizing.start(network, setup, history.get(), objective);
    }
  }

  /** Starts a search that may give every layer another of the compared coders, if there is data. */
  public void mix(Objective.LeastSize objective) {
    var network = subject.get();
    var setup = evaluating.get();
    var coders = comparingCoders.coders(history.get());
    if (network != null && setup != null && !coders.isEmpty()) {
      optimizing.mix(network, setup, history.get(), coders, objective);
    }
  }

  /** Makes the optimizer's proposal the current configuration. */
  public void useSuggestion() {
    var suggestion = optimizing.suggestion().get();
    if (suggestion != null) {
      optimizing.dismiss();
      runs.found(suggestion, () -> history.set(suggestion.configuration()));
    }
  }

  /** Makes another configuration the current one, as one step that can be undone. */
  public void use(Configuration configuration) {
    history.set(configuration);
  }

  /** Writes the network encoded under the current configuration as a {@code .wbz} file. */
  public void exportEncoded(Path target) {
    var network = subject.get();
    if (network != null) {
      exporting.encoded(network, history.get(), target);
    }
  }

  /** Writes the network encoded and decoded again as an ONNX file. */
  public void exportDecoded(Path target) {
    var network = subject.get();
    if (network != null) {
      exporting.decoded(network, history.get(), target);
    }
  }

  /**
   * Writes a report on the current configuration into a folder.
   *
   * @param written told in a sentence what was written
   */
  public void report(ReportWish wish, Consumer<String> written) {
    var network = subject.get();
    if (network != null) {
      exporting.report(
          network,
          evaluating.get(),
          new Reporting.Known(assessing.of(coding()), comparing.measured().get().all(), runs.all()),
          history.get(),
          lossBudget.get(),
          wish,
          written);
    }
  }

  /** Encodes and measures the current configuration now. */
  public void evaluate() {
    var network = subject.get();
    if (network != null) {
      measuring.measure(network, evaluating.get(), history.get());
    }
  }

  /** How the current configuration codes. */
  public Coding coding() {
    return history.get().coding();
  }

  /** Cancels the newest piece of long work. */
  public void cancelFront() {
    var running = jobs.running();
    if (!running.isEmpty()) {
      running.getLast().cancel();
    }
  }

  private void show(Subject opened) {
    data = Optional.empty();
    kept = KeptCurves.NONE;
    evaluating.forget();
    forget();
    measuring.release();
    selected.set(null);
    pruning.show(opened);
    retraining.show(opened);
    subject.set(opened);
    runs.reset();
    runs.because(
        Run.Origin.START,
        "as opened",
        () ->
            steps.reset(
                new Choices(
                    opened.base(),
                    PruningChoices.NONE,
                    bounds.first(opened, coding()),
                    lossBudget.get())));
    opened.layers().stream()
        .max(Comparator.comparingLong(LayerFacts::weights))
        .ifPresent(largest -> selected.set(largest.id()));
  }

  /** The same network, pruned or trained otherwise, takes the place of the one at hand. */
  private void adopt(Subject other) {
    forget();
    pruning.show(other);
    retraining.show(other);
    subject.set(other);
    showKept();
    evaluating.rebind();
    evaluate();
  }

  private void evaluationChanged() {
    forget();
    if (evaluating.get() != null) {
      evaluate();
      assessIfQuick();
    }
  }

  /** Shows what a session knows of the network at hand, until it is tied to data. */
  private void showKept() {
    var network = subject.get();
    if (network != null && kept.of(network)) {
      assessing.show(kept.curves());
    }
  }

  /** What was found out of another network, or on other data. */
  private void forget() {
    measuring.forget();
    assessing.forget();
    optimizing.forget();
    comparingCoders.cancel();
    comparing.forget();
    coderFiles.forget();
    predicting.forget();
  }

  private void assessIfQuick() {
    var setup = evaluating.get();
    var network = subject.get();
    if (network == null || setup == null) {
      return;
    }
    if (setup.baseline().nanos() <= QUICK_NANOS) {
      assess(wholeRange());
    } else {
      assessing.remember(network, setup, assessing.shown());
    }
  }

  private void configurationChanged() {
    recall();
    predicting.update();
    var network = subject.get();
    if (network != null) {
      measuring.follow(network, evaluating.get(), history.get());
    }
    record();
  }

  /** Shows the curves of the selected layer's coder, and has them assessed where there are none. */
  private void recall() {
    var layer = selected.get();
    var now = history.get();
    var wanted = layer == null ? now.coding() : now.coding().withCodec(now.coder(layer));
    if (assessing.recall(wanted) && assessing.assessment().get() == null) {
      assessIfQuick();
    }
  }

  /** What has come to rest and is measured was tried. */
  private void record() {
    var setup = evaluating.get();
    var file = measuredFile();
    if (!history.moving().get() && upToDate() && file.isPresent()) {
      runs.measured(setup == null ? "" : setup.test().name(), measuredAccuracy(), file.get());
    }
  }

  /** Long work rests while a drag is on. */
  private static void drag(Precedence precedence, boolean on) {
    if (on) {
      precedence.enter();
    } else {
      precedence.leave();
    }
  }
}
