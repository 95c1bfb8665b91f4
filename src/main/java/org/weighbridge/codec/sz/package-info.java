/**
 * SZ (Di and Cappello, IPDPS 2016; Tao et al., 2017) as a composition: predictor, quantizer,
 * entropy coder, lossless back end, and an index coder for the positions of kept weights. Start at
 * SzCodec. May use codec and its other packages, tensor and job.
 */
@NullMarked
package org.weighbridge.codec.sz;

import org.jspecify.annotations.NullMarked;
