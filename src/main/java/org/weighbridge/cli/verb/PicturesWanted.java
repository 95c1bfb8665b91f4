package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pictures of the window.
 *
 * @param folder for the files
 * @param model to be open; the bundled sample when empty
 * @param data its data set as the user names it; the sidecar's when empty
 * @param states names of states of the window; all when empty
 * @param theme {@code light} or {@code dark}; each state's own when empty
 * @param size width and height of the window in pixels; each state's own when empty
 * @param scale pixels of the picture per pixel of the window; each state's own when empty
 */
public record PicturesWanted(
    Path folder,
    Optional<Path> model,
    Optional<String> data,
    List<String> states,
    Optional<String> theme,
    Optional<Size> size,
    OptionalDouble scale) {
  /** Of a window, in pixels. */
  public record Size(int width, int height) {}

  public PicturesWanted {
    states = List.copyOf(states);
  }
}
