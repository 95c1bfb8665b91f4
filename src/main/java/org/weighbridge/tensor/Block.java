package org.weighbridge.tensor;

/**
 * Some values of a tensor, one after the other. Never written to: they may be the tensor's own.
 *
 * @param values holds them
 * @param begin the index in {@code values} of the first
 * @param end the index after the last
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Block(float[] values, int begin, int end) {}
