/**
 * The coding of a whole layer of whole numbers, shared by methods that quantize: the same entropy
 * coders as SZ's, so that methods differ in what they quantize to and not in how it is written.
 * Start at BinRace. May use codec, codec.entropy, codec.index, codec.joint, tensor and job.
 */
@NullMarked
package org.weighbridge.codec.bins;

import org.jspecify.annotations.NullMarked;
