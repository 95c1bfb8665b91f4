package org.weighbridge.benchmark.window;

import java.util.List;

/**
 * Frames of a drag, one event a frame, in nanoseconds.
 *
 * @param gaps between the starts of two frames
 * @param handling of the events
 * @param making of the frames: layout and what hands them to the renderer
 */
public record Frames(List<Long> gaps, List<Long> handling, List<Long> making) {
  public Frames {
    gaps = List.copyOf(gaps);
    handling = List.copyOf(handling);
    making = List.copyOf(making);
  }
}
