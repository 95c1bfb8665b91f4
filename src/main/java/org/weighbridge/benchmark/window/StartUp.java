package org.weighbridge.benchmark.window;

/**
 * One start of the window in a process of its own, through the launcher: what users wait for.
 *
 * @param window milliseconds until the first frame was out
 * @param layers milliseconds until the first frame with the layers of a model was out
 * @param processor milliseconds of processor time up to the end: a busy machine changes it least
 * @param cached whether the cache of loaded classes was used
 */
public record StartUp(long window, long layers, long processor, boolean cached) {}
