package org.weighbridge.gui.palette;

import java.util.function.Consumer;
import org.weighbridge.gui.action.Action;

/**
 * A line of the palette.
 *
 * @param text what it does; the letters are looked for here
 * @param kind where it belongs: a menu, or what it opens
 * @param key its accelerator as people read it, empty without one
 * @param obstacle why it cannot be done now, empty when it can
 * @param run does it
 */
public record Command(String text, String kind, String key, String obstacle, Runnable run) {
  /** A command without accelerator that can be done now. */
  public static Command of(String text, String kind, Runnable run) {
    return new Command(text, kind, "", "", run);
  }

  /** An action as it is now. */
  public static Command of(Action action) {
    return new Command(
        action.text(),
        action.place().menu(),
        action.key().getDisplayText(),
        action.obstacle().get(),
        action.run());
  }

  /** Does it, or says why that cannot be. */
  void perform(Consumer<String> say) {
    if (obstacle.isEmpty()) {
      run.run();
    } else {
      say.accept(obstacle);
    }
  }
}
