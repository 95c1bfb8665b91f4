/**
 * Entropy coders for the bins of kept weights. May use codec, codec.mixing, codec.rans,
 * codec.lossless and job.
 */
@NullMarked
package org.weighbridge.codec.entropy;

import org.jspecify.annotations.NullMarked;
