package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weighbridge.training.Batches;
import org.weighbridge.training.Epoch;

/**
 * How a training went so far.
 *
 * @param losses mean training loss in nats over passed epochs, which count from 0; ascending
 * @param epochs those that are over
 * @param now the epoch at work; null before the first step
 */
public record Course(List<Point> losses, List<Epoch> epochs, @Nullable Batches now) {
  /** Nothing yet. */
  public static final Course NONE = new Course(List.of(), List.of(), null);

  /** More points than a chart has columns tell nothing more. */
  private static final int MOST_POINTS = 400;

  /**
   * A point of a curve.
   *
   * @param epoch how many epochs are over, fractions included
   */
  public record Point(double epoch, double value) {}

  public Course {
    losses = List.copyOf(losses);
    epochs = List.copyOf(epochs);
  }

  /** The mean of an epoch's first few batches jumps: it is no point of the curve. */
  Course with(Batches batches) {
    if (10 * batches.step() < batches.steps()) {
      return new Course(losses, epochs, batches);
    }
    double at = epochs.size() + (double) batches.step() / batches.steps();
    var more = new ArrayList<>(losses);
    more.add(new Point(at, batches.soFar().mean()));
    return new Course(thinned(more), epochs, batches);
  }

  Course with(Epoch epoch) {
    var more = new ArrayList<>(epochs);
    more.add(epoch);
    return new Course(losses, more, now);
  }

  /** Every other point where there are too many. */
  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    var half = new ArrayList<Point>();
    for (int i = points.size() - 1; i >= 0; i -= 2) {
      half.addFirst(points.get(i));
    }
    return half;
  }
}
