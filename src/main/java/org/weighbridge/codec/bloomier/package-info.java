/**
 * Weightless (Reagen et al., ICML 2018): the kept weights of a layer, shared by k-means, in a
 * Bloomier filter that gives some pruned weights a wrong value. May use codec, codec.codebook,
 * codec.entropy and tensor.
 */
@NullMarked
package org.weighbridge.codec.bloomier;

import org.jspecify.annotations.NullMarked;
