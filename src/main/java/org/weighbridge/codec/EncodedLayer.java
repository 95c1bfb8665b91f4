package org.weighbridge.codec;

import org.weighbridge.tensor.Shape;

/**
 * The stream of one layer.
 *
 * @param codec the {@link LayerCodec#id()} that wrote it
 * @param version the version of that codec's stream
 * @param shape the shape of the layer
 * @param bytes the stream; holds everything but what is in this record beside it
 * @param breakdown what the bytes are spent on
 * @param bound the absolute error bound the stream keeps
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public record EncodedLayer(
    String codec, int version, Shape shape, byte[] bytes, Breakdown breakdown, double bound) {}
