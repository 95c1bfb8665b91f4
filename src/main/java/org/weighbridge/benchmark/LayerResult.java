package org.weighbridge.benchmark;

import org.weighbridge.tensor.Shape;

/**
 * What was measured of a layer.
 *
 * @param whole the layer
 * @param values its kept weights as a vector in which all are kept
 */
public record LayerResult(String name, Shape shape, Measured whole, Measured values) {}
