package org.weighbridge.benchmark.window;

/**
 * How long a model took to be shown.
 *
 * @param layers until the first frame with its layers was out
 * @param mask until the sparsity mask of its largest layer was seen
 * @param longestGap the longest time between two frames meanwhile
 */
public record Opening(long layers, long mask, long longestGap) {}
