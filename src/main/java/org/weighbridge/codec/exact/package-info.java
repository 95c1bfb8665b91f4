/**
 * Weights bit for bit, by general-purpose compressors. Start at ExactCodec. May use codec,
 * codec.lossless, tensor and job.
 */
@NullMarked
package org.weighbridge.codec.exact;

import org.jspecify.annotations.NullMarked;
