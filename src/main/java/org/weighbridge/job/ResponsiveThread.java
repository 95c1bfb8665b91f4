package org.weighbridge.job;

import org.jspecify.annotations.Nullable;

/**
 * A thread that has to answer at once, such as the window's: no work may be done on it. It is said
 * once which it is; work asserts that it is on another one, so that tests find what a user would
 * feel.
 */
public final class ResponsiveThread {
  private static volatile @Nullable Thread responsive;

  private ResponsiveThread() {}

  /** Says that the calling thread is the one. */
  public static void declare() {
    responsive = Thread.currentThread();
  }

  /** Whether the calling thread may work. To be asserted, for it is a check of the program. */
  public static boolean elsewhere() {
    return Thread.currentThread() != responsive;
  }
}
