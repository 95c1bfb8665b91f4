package org.weighbridge.gui.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Promise;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.NewestJob;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Reconstruction;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.gui.workbench.Workbench;

/**
 * Facts of the selected layer under the current configuration, and of the region that is looked at.
 * What is not measured yet says so; no number of an older configuration is shown.
 */
public final class FactsViewModel {
  /** What tells most comes first; how it was coded follows. */
  private static final List<String> FIRST =
      List.of(
          "Weights kept",
          "Coding",
          "Encoded",
          "Max error / ε",
          "Max error",
          "PSNR",
          "Decoded check",
          "Zeros");

  private final Workbench workbench;
  private final NewestJob counting;
  private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private @Nullable Wish wished;
  private @Nullable Answer answer;

  /** What is counted: a layer as decoded, and a region of it or none. */
  private record Wish(Reconstruction layer, @Nullable Region region) {}

  private record Answer(Wish of, Counted whole, @Nullable Counted region) {}

  public FactsViewModel(Workbench workbench) {
    this.workbench = workbench;
    counting = new NewestJob(workbench.jobs(), Lane.VIEW);
    workbench.pruning().shown().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.measuring().file().addListener(change -> update());
    workbench.region().addListener(change -> update());
    workbench.reconstructing().current().addListener(change -> update());
    workbench.reconstructing().stale().addListener(change -> update());
    update();
  }

  /** In the order of the card; empty while no layer is selected. */
  ReadOnlyObjectProperty<List<Fact>> facts() {
    return facts.getReadOnlyProperty();
  }

  /** The card as a table; what is not known yet is not in it. */
  Optional<CardFigure> figure() {
    var known = facts.get().stream().filter(Fact::known).toList();
    String layer = subtitle.get();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new CardFigure("facts of " + layer, () -> table(layer, known)));
  }

  private static TableFigure table(String layer, List<Fact> facts) {
    return new TableFigure(
        new Caption("Layer " + layer, ""),
        List.of(Column.text(""), Column.number("value")),
        facts.stream().map(fact -> List.of(fact.name().strip(), fact.value())).toList(),
        0,
        new DataTable(
            List.of("fact", "value", "explanation"),
            facts.stream()
                .map(fact -> List.of(fact.name().strip(), fact.value(), fact.whole()))
                .toList()));
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  private void update() {
    var layer = workbench.selectedLayer().orElse(null);
    subtitle.set(layer == null ? "no layer selected" : layer.layer().name());
    count(layer);
    facts.set(layer == null ? List.of() : list(layer));
  }

  @SuppressWarnings("ReferenceEquality") // of these very weights, and not of a drag's
  private void count(@Nullable LayerFacts layer) {
    var decoded = workbench.reconstructing().current().get();
    boolean current =
        layer != null
            && decoded != null
            && decoded.layer().equals(layer.id())
            && decoded.original() == layer.layer().weights()
            && !workbench.reconstructing().stale().get();
    var next = current && decoded != null ? new Wish(decoded, workbench.region().get()) : null;
    if (next == null) {
      counting.cancel();
      wished = null;
      answer = null;
    } else if (!next.equals(wished)) {
      wished = next;
      counting.start(
          "Counting values of " + next.layer().layer(),
          progress -> {
            var region = next.region();
            return new Answer(
                next,
                Counted.of(next.layer(), null, progress),
                region == null ? null : Counted.of(next.layer(), region, progress));
          },
          counted -> {
            answer = counted;
            update();
          });
    }
  }

  private List<Fact> list(LayerFacts layer) {
    var list = new ArrayList<Fact>();
    list.add(
        Fact.of(
            "Weights kept",
            "%s of %s".formatted(Numbers.count(layer.kept()), Numbers.count(layer.weights())),
            "%s of the weights are zero".formatted(Numbers.percent(layer.sparsity()))));
    var bound = workbench.bounds().of(layer.id());
    if (bound.isEmpty()) {
      list.add(
          Fact.of(
              "Coding",
              "locked: lossless",
              "This layer is locked: it is carried along bit for bit"));
    } else {
      workbench
          .measuredFile()
          .flatMap(file -> file.layer(layer.id()))
          .ifPresentOrElse(
              report -> list.addAll(CodingFacts.of(report)),
              () ->
                  CodingFacts.NAMES.forEach(
                      name -> list.add(Fact.waiting(name, "Known when the layer is encoded"))));
    }
    var counted = answer != null && answer.of().equals(wished) ? answer : null;
    if (counted == null) {
      for (String name : List.of("Entropy of values", errorName(promise(layer)), "Decoded check")) {
        list.add(Fact.waiting(name, "Known when the layer is decoded"));
      }
      list.sort(Comparator.comparingInt(FactsViewModel::rank));
      return list;
    }
    list.addAll(counted(counted.whole(), counted.of().layer()));
    list.sort(Comparator.comparingInt(FactsViewModel::rank));
    var region = counted.of().region();
    if (region != null && counted.region() != null) {
      list.addAll(ofRegion(region, counted.region(), counted.of().layer()));
    }
    return list;
  }

  private static int rank(Fact fact) {
    int place = FIRST.indexOf(fact.name());
    return place < 0 ? FIRST.size() : place;
  }

  private Promise promise(LayerFacts layer) {
    return workbench.bounds().of(layer.id()).isEmpty()
        ? Promise.BOUND
        : workbench.coders().of(layer.id()).promise();
  }

  /** Over the bound only where one was asked for. */
  private static String errorName(Promise promise) {
    return promise == Promise.BOUND ? "Max error / ε" : "Max error";
  }

  private static List<Fact> counted(Counted counted, Reconstruction layer) {
    var promise = Counted.promise(layer);
    var facts = new ArrayList<Fact>();
    facts.add(entropy("Entropy of values", counted));
    facts.add(error("", counted, layer));
    facts.add(check(counted, promise));
    if (!promise.zeros()) {
      facts.add(
          Fact.of(
              "Zeros",
              "%s of %s filled"
                  .formatted(
                      Numbers.count(counted.filled()),
                      Numbers.count(counted.weights() - counted.kept())),
              "Zeros that came back as other values: this coder does not promise to keep them"));
    }
    return facts;
  }

  private static Fact check(Counted counted, Promise promise) {
    var check = counted.check();
    String within =
        promise == Promise.BOUND
            ? "each is within ε, zeros are zero"
            : "none is further away than the file says"
                + (promise.zeros() ? ", zeros are zero" : "");
    return Fact.of(
        "Decoded check",
        check.ok() ? "matches" : Numbers.count(check.violations()) + " broken",
        check.ok()
            ? "All %s decoded weights were compared with the originals: %s"
                .formatted(Numbers.count(counted.weights()), within)
            : "%s decoded weights break what the coder promises"
                .formatted(Numbers.count(check.violations())));
  }

  private static List<Fact> ofRegion(Region region, Counted counted, Reconstruction layer) {
    return List.of(
        Fact.of(
            "Region",
            region.words(),
            "%s weights in %d rows and %d columns, counted from 0"
                .formatted(Numbers.count(region.weights()), region.rows(), region.columns())),
        Fact.of(
            "  weights kept",
            "%s of %s".formatted(Numbers.count(counted.kept()), Numbers.count(counted.weights())),
            "%s decode to a value that is not zero"
                .formatted(Numbers.count(counted.keptDecoded()))),
        entropy("  entropy of values", counted),
        error("  ", counted, layer),
        Fact.of(
            "  PSNR",
            Double.isInfinite(counted.psnr())
                ? "no error"
                : Numbers.fixed(counted.psnr(), 1) + " dB",
            "Over the region's weights, zeros included: " + counted.psnr() + " dB"));
  }

  private static Fact entropy(String name, Counted counted) {
    return Fact.of(
        name,
        "%s bit, %s values"
            .formatted(Numbers.fixed(counted.entropy(), 2), Numbers.count(counted.levels())),
        "Order-0 entropy of the %s decoded weights that are not zero, in bits per weight: %s"
            .formatted(Numbers.count(counted.keptDecoded()), counted.entropy()));
  }

  /** Of the layer, or with an indent of a region. */
  private static Fact error(String indent, Counted counted, Reconstruction layer) {
    double error = counted.check().maxError();
    double bound = layer.bound();
    var promise = Counted.promise(layer);
    String name = errorName(promise);
    boolean asked = promise == Promise.BOUND;
    return Fact.of(
        indent + (indent.isEmpty() ? name : name.toLowerCase(Locale.ROOT)),
        bound == 0 ? "no error" : asked ? Numbers.fixed(error / bound, 3) : Numbers.bound(error),
        asked
            ? "Largest |decoded − original| %s, bound %s".formatted(error, bound)
            : "Largest |decoded − original| %s; this coder is asked for no bound".formatted(error));
  }
}
