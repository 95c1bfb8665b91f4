/**
 * Weight sharing: a codebook of few values per layer (Han et al., Deep Compression, 2016), k-means
 * that finds it, the coder of layers that share. May use codec and tensor.
 */
@NullMarked
package org.weighbridge.codec.codebook;

import org.jspecify.annotations.NullMarked;
