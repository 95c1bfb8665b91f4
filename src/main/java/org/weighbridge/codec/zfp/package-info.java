/**
 * ZFP in fixed-accuracy mode: blocks of four by four (or of four) weights, transformed and coded
 * bit plane by bit plane. May use codec, codec.index, codec.lossless and job.
 */
@NullMarked
package org.weighbridge.codec.zfp;

import org.jspecify.annotations.NullMarked;
