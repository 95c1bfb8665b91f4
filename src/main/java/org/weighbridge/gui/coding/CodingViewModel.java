package org.weighbridge.gui.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.gui.workbench.Workbench;

/** The coding of the current configuration; every change of it can be undone. */
public final class CodingViewModel {
  private static final String LOSSLESS = "lossless";

  private final Workbench workbench;
  private final ObjectProperty<String> codec;
  private final ObjectProperty<Effort> effort;
  private final ObjectProperty<BelowBound> belowBound;
  private final ReadOnlyStringWrapper smallTensors = new ReadOnlyStringWrapper();

  public CodingViewModel(Workbench workbench) {
    this.workbench = workbench;
    codec = choice(workbench.coding().codec(), Coding::withCodec);
    effort = choice(workbench.coding().effort(), Coding::withEffort);
    belowBound = choice(workbench.coding().belowBound(), Coding::withBelowBound);
    workbench.history().current().addListener(change -> update());
    update();
  }

  public ObjectProperty<String> codec() {
    return codec;
  }

  /** The coder itself, with its options. */
  public LayerCodec coder() {
    return workbench.coders().get();
  }

  /** Codes all layers with a coder, those that have one of their own too. */
  public void use(String coder) {
    workbench.coders().use(coder);
  }

  /** The coder of a button was pressed: with the options it has, when it is the one already. */
  void press(LayerCodec pressed) {
    use(pressed.family().equals(coder().family()) ? codec.get() : pressed.id());
  }

  /** Chooses from a group of the coder's options; empty for none of it. */
  void choose(List<String> group, String option) {
    use(Codecs.choose(coder(), group, option).id());
  }

  /** What of a group of options holds without being asked for; empty where that has no name. */
  Optional<String> usual(List<String> group) {
    String without = Codecs.choose(coder(), group, "").id();
    return group.stream()
        .filter(option -> Codecs.choose(coder(), group, option).id().equals(without))
        .findFirst();
  }

  public ObjectProperty<Effort> effort() {
    return effort;
  }

  /** What becomes of weights below their bound. */
  public ObjectProperty<BelowBound> belowBound() {
    return belowBound;
  }

  /** {@code lossless}, or the bound of biases and the like. */
  public ReadOnlyStringProperty smallTensors() {
    return smallTensors.getReadOnlyProperty();
  }

  /** Takes what somebody typed: {@code lossless}, or a bound such as {@code 1e-3}. */
  public void typeSmallTensors(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT).replace(',', '.');
    if (typed.equals(LOSSLESS) || typed.isEmpty()) {
      workbench.coders().use(workbench.coding().withSmallTensors(Optional.empty()));
    } else {
      bound(typed)
          .ifPresent(
              bound ->
                  workbench.coders().use(workbench.coding().withSmallTensors(Optional.of(bound))));
    }
    // set twice: what was typed must give way even when the bound is the same
    smallTensors.set("");
    update();
  }

  private static Optional<ErrorBound> bound(String text) {
    try {
      return Optional.of(ErrorBound.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A property that follows the coding, and changes it. */
  private <T> ObjectProperty<T> choice(T first, BiFunction<Coding, T, Coding> change) {
    var property = new SimpleObjectProperty<>(first);
    property.addListener(
        (o, before, now) -> workbench.coders().use(change.apply(workbench.coding(), now)));
    return property;
  }

  private void update() {
    var coding = workbench.coding();
    codec.set(coding.codec());
    effort.set(coding.effort());
    belowBound.set(coding.belowBound());
    smallTensors.set(coding.smallTensors().map(ErrorBound::toString).orElse(LOSSLESS));
  }
}
