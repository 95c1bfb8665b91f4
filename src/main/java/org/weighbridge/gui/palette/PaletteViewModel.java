package org.weighbridge.gui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was typed, what answers to it, best first, and which of it is chosen. */
public final class PaletteViewModel {
  private final Supplier<List<Command>> commands;
  private final Consumer<String> say;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Command> found = FXCollections.observableArrayList();

  // held, because the list it wraps knows it weakly only
  private final ObservableList<Command> shown = FXCollections.unmodifiableObservableList(found);
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private List<Command> all = List.of();

  /**
   * A palette.
   *
   * @param commands all that can be done when it is asked
   * @param say tells the user why something cannot be done
   */
  public PaletteViewModel(Supplier<List<Command>> commands, Consumer<String> say) {
    this.commands = commands;
    this.say = say;
    typed.addListener(change -> filter());
  }

  /** Begins anew with what can be done now. */
  public void begin() {
    all = List.copyOf(commands.get());
    typed.set("");
    filter();
  }

  public StringProperty typed() {
    return typed;
  }

  /** What answers to what was typed, best first. */
  public ObservableList<Command> shown() {
    return shown;
  }

  /** The place of the chosen command in what is shown. */
  public IntegerProperty chosen() {
    return chosen;
  }

  /** Chooses the command so many places further down, round the ends. */
  public void step(int by) {
    if (!shown.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, shown.size()));
    }
  }

  /** Does what is chosen, or says why that cannot be. */
  public void perform() {
    if (chosen.get() < shown.size()) {
      shown.get(chosen.get()).perform(say);
    }
  }

  private void filter() {
    record Found(Command command, Match match) {}
    var best =
        all.stream()
            .flatMap(
                command ->
                    Match.of(typed.get(), command.text()).map(m -> new Found(command, m)).stream())
            .sorted(Comparator.comparingInt((Found f) -> f.match().score()).reversed())
            .map(Found::command)
            .toList();
    found.setAll(best);
    chosen.set(0);
  }
}
