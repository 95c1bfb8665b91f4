package org.weighbridge.assessment;

/**
 * What points of one coder were learnt with, as hashes of all that they depend on: where the
 * network, the samples and the program are the same, so are the points.
 *
 * @param losses of the program, the network, the coder and the samples, hexadecimal SHA-256
 * @param sizes of the program, the network, the coder and its effort
 */
public record PointKey(String losses, String sizes) {}
