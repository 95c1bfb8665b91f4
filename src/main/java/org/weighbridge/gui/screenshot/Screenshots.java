package org.weighbridge.gui.screenshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Pictures of the window in several states. */
public final class Screenshots {
  private Screenshots() {}

  /** The names of all states, in the order in which a user meets them. */
  public static List<String> states() {
    return List.copyOf(new WindowStates(Optional.empty(), Optional.empty()).all().keySet());
  }

  /**
   * Writes a PNG of every state into a folder.
   *
   * @param model to be open; the bundled sample when empty
   * @param data its data set as the user names it; the sidecar's when empty
   * @param states names; all when empty
   * @param look changes how a state looks
   * @return the files written
   * @throws Fault when there is no such state, the model cannot be read, or a picture not be
   *     written
   */
  public static List<Path> take(
      Path folder,
      Optional<Path> model,
      Optional<String> data,
      List<String> states,
      UnaryOperator<Look> look,
      Progress progress) {
    var known = new WindowStates(model, data).all();
    for (String name : states) {
      if (!known.containsKey(name)) {
        throw new Fault(
            "There is no state \"%s\" of the window; choose of: %s."
                .formatted(name, String.join(", ", known.keySet())));
      }
    }
    var wanted = states.isEmpty() ? List.copyOf(known.keySet()) : states;
    progress.begin("Taking pictures of the window", wanted.size());
    var files = new ArrayList<Path>();
    for (String name : wanted) {
      progress.check();
      var state = Objects.requireNonNull(known.get(name));
      Path png = folder.resolve("window-" + name + ".png");
      new Screenshot(look.apply(state.look()), state.steps()).take(png);
      files.add(png);
      progress.worked(1);
    }
    return files;
  }
}
