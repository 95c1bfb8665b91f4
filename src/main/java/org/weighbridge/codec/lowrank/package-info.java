/**
 * Low rank: a layer as the product of two thin matrices, by truncated singular value decomposition.
 * May use codec, codec.sz, codec.exact, tensor, job and EJML.
 */
@NullMarked
package org.weighbridge.codec.lowrank;

import org.jspecify.annotations.NullMarked;
