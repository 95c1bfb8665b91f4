/**
 * Sparse matrix formats without entropy coding: what published sizes of pruned networks count.
 * Start at RelativeCsr and Csr. May use codec, tensor and job.
 */
@NullMarked
package org.weighbridge.codec.csr;

import org.jspecify.annotations.NullMarked;
