package org.weighbridge.gui.workbench;

import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Progress;

/**
 * Assesses every codec that the user wants compared, each along its own axis, one after the other.
 * What one of them was found to be is there as soon as it is found, and stays when the rest is
 * cancelled; single points stay in the store.
 */
public final class ComparingCoders {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final Assessing assessing;
  private final Comparing comparing;
  private final PointStore store;

  /** Those that take part unless the user says otherwise, by family. */
  private static final List<String> USUAL =
      List.of("sz", "deepsz", "codebook", "linear", "zfp", "bloomier");

  private final ObservableSet<String> wanted = FXCollections.observableSet(new LinkedHashSet<>());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable RunningJob running;

  ComparingCoders(
      JobRunner jobs,
      Precedence precedence,
      Assessing assessing,
      Comparing comparing,
      PointStore store) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.assessing = assessing;
    this.comparing = comparing;
    this.store = store;
    Codecs.all().stream().map(LayerCodec::id).filter(USUAL::contains).forEach(wanted::add);
  }

  /** The families of coders that take part. */
  public ObservableSet<String> wanted() {
    return wanted;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Stops; what was learnt stays. */
  public void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
      busy.set(false);
    }
  }

  /**
   * Assesses the layers that are not locked under every wanted codec, all else as in the
   * configuration; the coder of the configuration takes part with its own options.
   */
  void start(
      Subject subject, EvaluationSetup setup, Configuration configuration, AssessmentPlan plan) {
    cancel();
    var codings = coders(configuration).stream().map(configuration.coding()::withCodec).toList();
    var job =
        jobs.start(
            Lane.WORK,
            "Comparing coders",
            precedence.givingWay(
                progress -> compare(subject, setup, configuration, codings, plan, progress)),
            done -> {});
    running = job;
    busy.set(true);
    job.onEnd(
        end -> {
          if (job.equals(running)) {
            running = null;
            busy.set(false);
          }
        });
  }

  /** The ids of the wanted coders; that of the configuration has its own options. */
  List<String> coders(Configuration configuration) {
    return Codecs.all().stream()
        .map(LayerCodec::id)
        .filter(wanted::contains)
        .map(id -> withOptions(id, configuration.coding().layerCodec()))
        .toList();
  }

  private static String withOptions(String id, LayerCodec current) {
    return current.family().equals(id) ? current.id() : id;
  }

  private int compare(
      Subject subject,
      EvaluationSetup setup,
      Configuration configuration,
      List<Coding> codings,
      AssessmentPlan plan,
      Progress progress) {
    progress.begin("Comparing coders", codings.size());
    var layers = subject.unlocked(configuration);
    for (Coding coding : codings) {
      var part = progress.part(1);
      assessing.keyed(coding, setup, setup.chooseBy().key(coding, part));
      var search =
          new ConfigurationSearch(
              subject.network(),
              setup.onValidation(),
              coding,
              new ModelEncoder(),
              setup.chooseBy().known(store, coding, part),
              trial -> {});
      var found = search.assess(layers, plan, (layer, point) -> {}, part);
      var front = Comparing.front(found);
      jobs.onWindow(
          () -> {
            if (running != null) {
              assessing.add(coding, found);
              comparing.learn(coding, found, front);
            }
          });
    }
    return codings.size();
  }
}
