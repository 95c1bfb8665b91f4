/**
 * Weights in 16 bits: IEEE half precision and bfloat16. Start at HalfCodec. May use codec,
 * codec.lossless, tensor and job.
 */
@NullMarked
package org.weighbridge.codec.half;

import org.jspecify.annotations.NullMarked;
