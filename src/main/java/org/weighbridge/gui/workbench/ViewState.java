package org.weighbridge.gui.workbench;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the parts of the window are set: which tab is shown, what is filtered. A session keeps it,
 * and brings it back; each part says and reads its setting in words of its own.
 */
public final class ViewState {
  /** A part's way to say how it is set, and to be set so. */
  private record Part(Supplier<String> get, Consumer<String> set) {}

  private final Map<String, Part> parts = new TreeMap<>();

  /**
   * Takes part.
   *
   * @param name of the part, its own in the window
   * @param get how it is set now
   * @param set sets it; what it does not understand it leaves alone
   */
  public void add(String name, Supplier<String> get, Consumer<String> set) {
    parts.put(name, new Part(get, set));
  }

  /** How every part is set. */
  Map<String, String> get() {
    var all = new TreeMap<String, String>();
    parts.forEach((name, part) -> all.put(name, part.get().get()));
    return all;
  }

  /** Sets the parts that are named; the others stay as they are. */
  void restore(Map<String, String> wanted) {
    wanted.forEach(
        (name, setting) -> {
          var part = parts.get(name);
          if (part != null) {
            part.set().accept(setting);
          }
        });
  }
}
