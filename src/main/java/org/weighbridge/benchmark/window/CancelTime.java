package org.weighbridge.benchmark.window;

/**
 * How long work took to end after it was cancelled.
 *
 * @param work what was cancelled
 * @param nanos until the window had heard of its end
 */
public record CancelTime(String work, long nanos) {}
