package org.weighbridge.recipe.step;

import java.util.List;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Text;

/** A kind of values: how they are read, written and called. */
interface Kind<V> {
  /** The place of what is not read from anywhere. */
  Mark NOWHERE = new Mark(1, 1);

  /** The value, or a {@link Misfit}. */
  V read(Value value);

  /** What {@link #read} reads as the same value. */
  Value write(V value);

  /** What sentences and tables call it: {@code a number from 0 to 1}. */
  String words();

  /** The names of layers in a value of this kind; {@code *} in them stands for any letters. */
  default List<Text> layers(Value value) {
    return List.of();
  }

  static Text text(String text) {
    return new Text(text, true, NOWHERE);
  }
}
