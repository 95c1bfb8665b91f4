package org.weighbridge.gui.runs;

import java.util.List;
import org.weighbridge.experiment.Run;

/**
 * What parallel coordinates show.
 *
 * @param axes from left to right
 * @param lines one per run, oldest first
 */
record ParallelPicture(List<Axis> axes, List<Line> lines) {
  static final ParallelPicture EMPTY = new ParallelPicture(List.of(), List.of());

  /**
   * One run.
   *
   * @param at a height from 0 to 1 per axis, NaN where it has no value
   * @param shown whether filter and ranges leave it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Line(
      Run run, double[] at, boolean shown, boolean current, boolean pinned, boolean selected) {}
}
