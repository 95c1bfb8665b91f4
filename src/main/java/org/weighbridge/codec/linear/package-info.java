/**
 * Uniform quantization. Start at LinearCodec. May use codec, codec.bins, codec.lossless, tensor and
 * job.
 */
@NullMarked
package org.weighbridge.codec.linear;

import org.jspecify.annotations.NullMarked;
