package org.weighbridge.gui.error;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.error.ErrorViewModel.Beside;

/** What errors are compared with, as a short choice says it. */
final class BesideWords extends StringConverter<@Nullable Beside> {
  @Override
  public String toString(@Nullable Beside beside) {
    return switch (beside) {
      case null -> "";
      case NOTHING -> "alone";
      case PINNED -> "vs pinned run";
      case CODER -> "vs other coder";
    };
  }

  @Override
  public @Nullable Beside fromString(String words) {
    throw new UnsupportedOperationException("the choice is not typed");
  }
}
