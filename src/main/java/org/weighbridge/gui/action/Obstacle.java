package org.weighbridge.gui.action;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/** Why something cannot be done now: a sentence, empty when it can. */
public final class Obstacle {
  /** It can always be done. */
  public static final ObservableStringValue NONE = new SimpleStringProperty("");

  private Obstacle() {}

  /** The sentence while a condition is not met. */
  public static ObservableStringValue unless(ObservableBooleanValue met, String sentence) {
    return unless(met, sentence, NONE);
  }

  /** The sentence while a condition is not met; what else is in the way when it is. */
  public static ObservableStringValue unless(
      ObservableBooleanValue met, String sentence, ObservableStringValue further) {
    return Bindings.when(met).then(further).otherwise(sentence);
  }
}
