package org.weighbridge.inference;

/**
 * What changed between two networks on the same samples.
 *
 * @param broken right before, wrong after
 * @param mended wrong before, right after
 */
public record Flips(int broken, int mended) {}
