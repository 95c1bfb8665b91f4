package org.weighbridge.gui.workbench;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A part of a larger history.
 *
 * @param <S> the whole
 * @param <T> the part
 */
final class PartOfHistory<S, T> implements History<T> {
  private final Steps<S> whole;
  private final BiFunction<S, T, S> with;
  private final ReadOnlyObjectWrapper<T> current;

  PartOfHistory(Steps<S> whole, Function<S, T> part, BiFunction<S, T, S> with) {
    this.whole = whole;
    this.with = with;
    current = new ReadOnlyObjectWrapper<>(part.apply(whole.get()));
    whole.current().addListener((o, before, now) -> current.set(part.apply(now)));
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
    return whole.canUndo();
  }

  @Override
  public ReadOnlyBooleanProperty canRedo() {
    return whole.canRedo();
  }

  @Override
  public ReadOnlyBooleanProperty moving() {
    return whole.moving();
  }

  @Override
  public void move(T next) {
    if (!next.equals(get())) {
      whole.move(with.apply(whole.get(), next));
    }
  }

  @Override
  public void settle() {
    whole.settle();
  }

  @Override
  public void undo() {
    whole.undo();
  }

  @Override
  public void redo() {
    whole.redo();
  }
}
