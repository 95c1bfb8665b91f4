package org.weighbridge.gui.workbench;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Run;

/**
 * What was tried: every choice that came to rest and was measured and encoded, once. One of the
 * runs can be pinned, and everything is compared with it.
 */
public final class Runs {
  private final Steps<Choices> steps;
  private final ObservableList<Run> all = FXCollections.observableArrayList();

  // held, because the list it wraps knows it weakly only: listeners would fall silent
  private final ObservableList<Run> shown = FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyObjectWrapper<@Nullable Run> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Run> pinned = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable RunFilter> filter = new SimpleObjectProperty<>();
  private final Map<Integer, Base> bases = new LinkedHashMap<>();
  private final Map<Integer, Search> searches = new HashMap<>();
  private Because reason = Because.BY_HAND;
  private @Nullable Because pending;
  private int last;

  /** Where choices come from. */
  private record Because(Run.Origin origin, String words, Optional<Search> search) {
    static final Because BY_HAND = new Because(Run.Origin.HAND, "by hand", Optional.empty());
  }

  Runs(Steps<Choices> steps) {
    this.steps = steps;
    steps.current().addListener((o, before, now) -> changed(before, now));
  }

  /** All runs, oldest first. */
  public ObservableList<Run> all() {
    return shown;
  }

  /** The run of exactly the current choices; null while they are being measured. */
  public ReadOnlyObjectProperty<@Nullable Run> current() {
    return current.getReadOnlyProperty();
  }

  /** What everything is compared with; null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable Run> pinned() {
    return pinned.getReadOnlyProperty();
  }

  /** Which runs are looked at, set by brushing a chart; null for all of them. */
  public ObjectProperty<@Nullable RunFilter> filter() {
    return filter;
  }

  public void pin(Run run) {
    pinned.set(run);
  }

  public void unpin() {
    pinned.set(null);
  }

  /** Makes the choices of a run the current ones, as one step that can be undone. */
  public void restore(Run run) {
    var base = bases.get(run.base());
    if (base != null) {
      steps.set(new Choices(base, run.pruning(), run.configuration(), steps.get().lossBudget()));
    }
  }

  public void annotate(Run run, String note) {
    replace(run, known -> known.withNote(note));
  }

  public void tag(Run run, List<String> tags) {
    replace(run, known -> known.withTags(tags));
  }

  /**
   * Forgets a run; the choices stay as they are.
   *
   * @return takes it back, pin included; nothing happens when another model is open by then
   */
  public Runnable delete(Run run) {
    boolean wasPinned = is(pinned.get(), run);
    boolean wasCurrent = is(current.get(), run);
    var choices = steps.get();
    var bases = Map.copyOf(this.bases);
    all.removeIf(known -> known.number() == run.number());
    if (wasPinned) {
      pinned.set(null);
    }
    if (wasCurrent) {
      current.set(null);
    }
    return () -> {
      if (!Objects.equals(bases.get(run.base()), this.bases.get(run.base()))
          || all.stream().anyMatch(run::sameChoices)) {
        return;
      }
      int place = (int) all.stream().filter(known -> known.number() < run.number()).count();
      all.add(place, run);
      if (wasPinned && pinned.get() == null) {
        pinned.set(run);
      }
      if (wasCurrent && current.get() == null && choices.equals(steps.get())) {
        current.set(run);
      }
    };
  }

  /** The network that a run was pruned from; null when it is gone. */
  public @Nullable Base base(Run run) {
    return bases.get(run.base());
  }

  /** The retrained networks that runs or choices were made of, in the order of their numbers. */
  List<Base> retrained() {
    return bases.values().stream()
        .filter(Base::retrained)
        .sorted(Comparator.comparingInt(Base::number))
        .toList();
  }

  /** What was tried in a session that is gone on with, in place of what there is. */
  void restore(List<Run> tried, Optional<Integer> pinnedNumber, List<Base> retrained) {
    retrained.forEach(base -> bases.put(base.number(), base));
    last = tried.stream().mapToInt(Run::number).max().orElse(0);
    searches.clear();
    all.setAll(tried);
    current.set(null);
    pinned.set(
        tried.stream()
            .filter(run -> pinnedNumber.equals(Optional.of(run.number())))
            .findFirst()
            .orElse(null));
  }

  /** A number for a network that was retrained. */
  int nextBase() {
    return bases.size();
  }

  /** Another model: nothing of it was tried yet. */
  void reset() {
    all.clear();
    bases.clear();
    searches.clear();
    last = 0;
    pinned.set(null);
    current.set(null);
    filter.set(null);
  }

  /**
   * Changes the choices for a reason; all other changes are made by hand.
   *
   * @param words a few, for the run's note
   */
  void because(Run.Origin origin, String words, Runnable change) {
    because(new Because(origin, words, Optional.empty()), change);
  }

  /** Changes the choices to what an optimizer proposes. */
  void found(Suggestion suggestion, Runnable change) {
    var search = suggestion.search();
    because(
        new Because(
            Run.Origin.OPTIMIZER,
            "optimizer, " + search.objective().words(),
            suggestion.finished() ? Optional.of(search) : Optional.empty()),
        change);
  }

  private void because(Because because, Runnable change) {
    pending = because;
    change.run();
    pending = null;
  }

  /** The search that a run came from, when it went to its end in this session. */
  public Optional<Search> search(Run run) {
    return Optional.ofNullable(searches.get(run.number()));
  }

  /** The current choices have been measured: a run, unless it is known already. */
  void measured(String data, Optional<MeasuredAccuracy> accuracy, MeasuredFile file) {
    var choices = steps.get();
    var base = choices.base();
    if (base == null) {
      return;
    }
    var run =
        new Run(
            last + 1,
            Instant.now(),
            reason.origin(),
            data,
            base.number(),
            choices.pruning(),
            choices.configuration(),
            accuracy,
            file,
            reason.words(),
            List.of());
    var known = all.stream().filter(run::sameChoices).findFirst();
    if (known.isPresent()) {
      current.set(known.get());
      replace(known.get(), old -> old.measuredAs(run));
    } else {
      last++;
      reason.search().ifPresent(search -> searches.put(run.number(), search));
      all.add(run);
      current.set(run);
    }
  }

  private void changed(Choices before, Choices now) {
    var base = now.base();
    if (base != null) {
      bases.putIfAbsent(base.number(), base);
    }
    if (now.withLossBudget(before.lossBudget()).equals(before)) {
      return; // a budget changes nothing that is measured
    }
    current.set(null);
    reason = pending == null ? Because.BY_HAND : pending;
  }

  private void replace(Run run, UnaryOperator<Run> change) {
    for (int i = 0; i < all.size(); i++) {
      var known = all.get(i);
      if (is(known, run)) {
        var changed = change.apply(known);
        if (!changed.equals(known)) {
          all.set(i, changed);
        }
        if (is(pinned.get(), run)) {
          pinned.set(changed);
        }
        if (is(current.get(), run)) {
          current.set(changed);
        }
      }
    }
  }

  private static boolean is(@Nullable Run one, Run other) {
    return one != null && one.number() == other.number();
  }
}
