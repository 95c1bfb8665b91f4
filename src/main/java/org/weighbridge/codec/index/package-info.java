/**
 * Coders for the positions of kept weights. May use codec, codec.lossless, codec.mixing and job.
 */
@NullMarked
package org.weighbridge.codec.index;

import org.jspecify.annotations.NullMarked;
