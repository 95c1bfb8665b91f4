/**
 * Coders for the positions of kept weights. May use codec, codec.entropy, codec.lossless,
 * codec.mixing, codec.rans and job.
 */
@NullMarked
package org.weighbridge.codec.index;

import org.jspecify.annotations.NullMarked;
