package org.weighbridge.job;

/**
 * A snapshot of running work.
 *
 * @param task what is done
 * @param step the step at hand, possibly empty
 * @param fraction finished part, 0 to 1; negative when unknown
 */
public record ProgressState(String task, String step, double fraction) {}
