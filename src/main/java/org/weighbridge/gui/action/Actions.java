package org.weighbridge.gui.action;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All actions of the window in one list: menus, palette and the page of shortcuts show it. */
public final class Actions {
  private final ObservableList<Action> all = FXCollections.observableArrayList();

  // held, because the list it wraps knows it weakly only
  private final ObservableList<Action> shown = FXCollections.unmodifiableObservableList(all);

  /** In the order they were added. */
  public ObservableList<Action> all() {
    return shown;
  }

  /** Adds the actions of a part of the window. */
  public void add(List<Action> more) {
    all.addAll(more);
  }

  /**
   * The action of that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Action get(String id) {
    return all.stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + id));
  }
}
