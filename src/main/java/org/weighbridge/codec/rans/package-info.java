/**
 * Interleaved range variant of asymmetric numeral systems (rANS) with static tables, and what
 * surrounds it in a stream: frequencies, bits beside the tokens, small numbers of heads. May use
 * codec, codec.mixing and job.
 */
@NullMarked
package org.weighbridge.codec.rans;

import org.jspecify.annotations.NullMarked;
