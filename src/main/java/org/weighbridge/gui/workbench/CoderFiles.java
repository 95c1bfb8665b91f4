package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;

/**
 * The network encoded by every coder that is compared, each in the configuration that the optimizer
 * chooses from its curves within the loss budget: what curves predict of a file is its size, and
 * only encoding tells where the bytes go. What was encoded once is not encoded again.
 */
public final class CoderFiles {
  private static final String ENCODING = "encoding…";

  private final JobRunner jobs;
  private final Precedence precedence;
  private final ReadOnlyObjectProperty<@Nullable Subject> subject;
  private final History<Configuration> history;
  private final ComparingCoders coders;
  private final Comparing comparing;
  private final DoubleProperty lossBudget;
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<CoderFile>> files =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** Of the network at hand. */
  private Map<Configuration, MeasuredFile> encoded = new ConcurrentHashMap<>();

  private @Nullable Wish wished;
  private @Nullable RunningJob job;

  /** All that the files depend on. */
  private record Wish(Network network, Map<Coding, Assessment> curves, double budget) {
    @SuppressWarnings("ReferenceEquality") // the very network
    boolean same(@Nullable Wish other) {
      return other != null
          && network == other.network
          && budget == other.budget
          && curves.equals(other.curves);
    }
  }

  CoderFiles(
      JobRunner jobs,
      Precedence precedence,
      ReadOnlyObjectProperty<@Nullable Subject> subject,
      History<Configuration> history,
      ComparingCoders coders,
      Comparing comparing,
      DoubleProperty lossBudget) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.subject = subject;
    this.history = history;
    this.coders = coders;
    this.comparing = comparing;
    this.lossBudget = lossBudget;
    wanted.addListener(change -> update());
    lossBudget.addListener(change -> update());
    comparing.fronts().addListener(change -> update());
    coders.busy().addListener(change -> update());
    coders.wanted().addListener((SetChangeListener<String>) change -> update());
  }

  /** Whether they are looked at; nothing is encoded otherwise. */
  public BooleanProperty wanted() {
    return wanted;
  }

  /** One for each coder that is compared, in the order of all coders. */
  public ReadOnlyObjectProperty<List<CoderFile>> files() {
    return files.getReadOnlyProperty();
  }

  /** Whether some are being encoded. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The network is another one. */
  void forget() {
    stop();
    wished = null;
    encoded = new ConcurrentHashMap<>();
    files.set(List.of());
  }

  private void update() {
    var network = subject.get();
    if (!wanted.get() || network == null) {
      if (job != null) {
        wished = null;
      }
      stop();
      return;
    }
    var curves = new LinkedHashMap<Coding, Assessment>();
    var shown = new ArrayList<CoderFile>();
    for (LayerCodec codec : Codecs.all()) {
      if (coders.wanted().contains(codec.id())) {
        var coding = codingOf(codec);
        coding.ifPresent(
            known -> comparing.curves(known).ifPresent(found -> curves.put(known, found)));
        shown.add(
            CoderFile.without(
                coding.map(Coding::codec).orElse(codec.id()),
                coding.isPresent() ? ENCODING : "not compared yet"));
      }
    }
    var next = new Wish(network.network(), Collections.unmodifiableMap(curves), lossBudget.get());
    if (next.same(wished)) {
      reorder(shown);
      return;
    }
    files.set(shown);
    stop();
    wished = next;
    if (!curves.isEmpty()) {
      start(next);
    }
  }

  /** As it codes now; else as it was compared. */
  private Optional<Coding> codingOf(LayerCodec codec) {
    var now = history.get().coding();
    var known = comparing.fronts().get().keySet();
    return known.stream()
        .filter(coding -> coding.layerCodec().family().equals(codec.family()))
        .min(
            (a, b) ->
                Boolean.compare(
                    b.equals(now.withCodec(b.codec())), a.equals(now.withCodec(a.codec()))));
  }

  private void reorder(List<CoderFile> empty) {
    var known = files.get();
    files.set(
        empty.stream()
            .map(
                one ->
                    known.stream()
                        .filter(file -> file.coder().equals(one.coder()))
                        .findFirst()
                        .orElse(one))
            .toList());
  }

  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
      busy.set(false);
    }
  }

  private void start(Wish wish) {
    var into = encoded;
    busy.set(true);
    var started =
        jobs.start(
            Lane.WORK,
            "Encoding with compared coders",
            precedence.givingWay(
                progress ->
                    encode(
                        wish,
                        into,
                        file ->
                            jobs.onWindow(
                                () -> {
                                  if (wish.same(wished)) {
                                    learn(file);
                                  }
                                }),
                        progress)),
            done -> {});
    job = started;
    started.onEnd(
        end -> {
          if (job == started) {
            job = null;
            busy.set(false);
            if (end != RunningJob.State.DONE) {
              files.set(files.get().stream().map(CoderFiles::stopped).toList());
            }
          }
        });
  }

  private static CoderFile stopped(CoderFile file) {
    return file.choice().isEmpty() && file.obstacle().equals(ENCODING)
        ? CoderFile.without(file.coder(), "stopped")
        : file;
  }

  private void learn(CoderFile file) {
    files.set(
        files.get().stream().map(old -> old.coder().equals(file.coder()) ? file : old).toList());
  }

  private static int encode(
      Wish wish,
      Map<Configuration, MeasuredFile> encoded,
      Consumer<CoderFile> found,
      Progress progress) {
    progress.begin("Encoding with compared coders", wish.curves().size());
    wish.curves()
        .forEach(
            (coding, curves) ->
                found.accept(file(wish, coding, curves, encoded, progress.part(1))));
    return wish.curves().size();
  }

  private static CoderFile file(
      Wish wish,
      Coding coding,
      Assessment curves,
      Map<Configuration, MeasuredFile> encoded,
      Progress progress) {
    Choice choice;
    try {
      choice = BoundOptimizer.leastSize(curves, wish.budget());
    } catch (Fault outOfReach) {
      return CoderFile.without(
          coding.codec(), "not within " + Numbers.fixed(wish.budget(), 2) + " pp");
    }
    var configuration = Configuration.of(coding, choice);
    try {
      var known = encoded.get(configuration);
      var file =
          known != null
              ? known
              : MeasuredFile.of(new ModelEncoder().encode(wish.network(), configuration, progress));
      encoded.put(configuration, file);
      return CoderFile.of(
          coding.codec(), new CoderFile.Choice(configuration, choice.predictedLossPoints(), file));
    } catch (Fault refused) {
      return CoderFile.without(coding.codec(), refused.sentence());
    }
  }
}
