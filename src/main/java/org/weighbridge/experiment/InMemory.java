package org.weighbridge.experiment;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.weighbridge.job.WorkPool;

/** Work on tensors, beside each other as far as memory goes. */
final class InMemory {
  /** What a tensor takes while it is coded, decoded and checked: docs/decisions/0107. */
  private static final int BYTES_PER_WEIGHT = 40;

  /** Of the heap; the rest is for networks and for garbage. */
  private static final double SHARE = 0.75;

  private InMemory() {}

  /**
   * Does a task for each tensor, in rounds of neighbours that fit into the heap together, one
   * tensor at least. The decoded values of all of them stay.
   *
   * @param sizes how many weights the tensors have
   */
  static void forEach(int[] sizes, IntConsumer task) {
    forEach(sizes, Runtime.getRuntime().maxMemory(), task);
  }

  static void forEach(int[] sizes, long heap, IntConsumer task) {
    long kept = Float.BYTES * Arrays.stream(sizes).asLongStream().sum();
    long most = (long) (SHARE * (heap - kept)) / BYTES_PER_WEIGHT;
    for (int from = 0, to; from < sizes.length; from = to) {
      int begin = from;
      long weights = sizes[begin];
      to = begin + 1;
      while (to < sizes.length && weights + sizes[to] <= most) {
        weights += sizes[to++];
      }
      WorkPool.forEach(to - begin, i -> task.accept(begin + i));
    }
  }
}
