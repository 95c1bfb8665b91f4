package org.weighbridge.gui.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A value with undo and redo: two stacks of whole immutable values.
 *
 * @param <T> an immutable value
 */
public final class History<T> {
  private final ReadOnlyObjectWrapper<T> current;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final Deque<T> before = new ArrayDeque<>();
  private final Deque<T> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

  public History(T start) {
    current = new ReadOnlyObjectWrapper<>(start);
  }

  public T get() {
    return current.get();
  }

  public ReadOnlyObjectProperty<T> current() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** Whether a step has begun that is not settled yet: a drag. */
  public ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /** Starts anew: nothing to undo, nothing to redo. */
  public void reset(T start) {
    before.clear();
    after.clear();
    moving.set(false);
    show(start);
  }

  /** A change that is one step of its own. */
  public void set(T next) {
    settle();
    move(next);
    settle();
  }

  /** A change that is one step together with all moves until {@link #settle}: a drag. */
  public void move(T next) {
    if (next.equals(get())) {
      return;
    }
    if (!moving.get()) {
      before.push(get());
      after.clear();
      moving.set(true);
    }
    show(next);
  }

  /** Ends the step that moves make. */
  public void settle() {
    moving.set(false);
  }

  public void undo() {
    exchange(before, after);
  }

  public void redo() {
    exchange(after, before);
  }

  private void exchange(Deque<T> from, Deque<T> to) {
    settle();
    if (!from.isEmpty()) {
      to.push(get());
      show(from.pop());
    }
  }

  private void show(T value) {
    canUndo.set(!before.isEmpty());
    canRedo.set(!after.isEmpty());
    current.set(value);
  }
}
