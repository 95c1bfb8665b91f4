package org.weighbridge.gui.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A history as two stacks of whole immutable values.
 *
 * @param <T> an immutable value
 */
public final class Steps<T> implements History<T> {
  private final ReadOnlyObjectWrapper<T> current;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final Deque<T> before = new ArrayDeque<>();
  private final Deque<T> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

  public Steps(T start) {
    current = new ReadOnlyObjectWrapper<>(start);
  }

  @Override
  public T get() {
    return current.get();
  }

  @Override
  public ReadOnlyObjectProperty<T> current() {
    return current.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  @Override
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

  @Override
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

  @Override
  public void settle() {
    moving.set(false);
  }

  @Override
  public void undo() {
    exchange(before, after);
  }

  @Override
  public void redo() {
    exchange(after, before);
  }

  /**
   * A part of the value as a history of its own: its changes are steps of the whole.
   *
   * @param with the whole with another part; other parts stay the very same objects
   */
  public <P> History<P> part(Function<T, P> part, BiFunction<T, P, T> with) {
    return new PartOfHistory<>(this, part, with);
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
