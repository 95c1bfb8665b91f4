package org.weighbridge.gui.workbench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * A value with undo and redo, whole or a part of a larger one that is undone in the same order.
 *
 * @param <T> an immutable value
 */
public sealed interface History<T> permits Steps, PartOfHistory {
  T get();

  ReadOnlyObjectProperty<T> current();

  ReadOnlyBooleanProperty canUndo();

  ReadOnlyBooleanProperty canRedo();

  /** Whether a step has begun that is not settled yet: a drag. */
  ReadOnlyBooleanProperty moving();

  /** A change that is one step together with all moves until {@link #settle}: a drag. */
  void move(T next);

  /** Ends the step that moves make. */
  void settle();

  void undo();

  void redo();

  /** A change that is one step of its own. */
  default void set(T next) {
    settle();
    move(next);
    settle();
  }
}
