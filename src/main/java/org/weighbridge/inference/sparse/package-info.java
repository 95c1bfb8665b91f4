/**
 * Products of sparse weights with dense activations, for pruned fully connected layers, and the
 * density up to which they are quicker than dense ones on this machine. Knows no graph and no ONNX
 * Runtime: {@code inference} brings both together. May use tensor and job.
 */
@NullMarked
package org.weighbridge.inference.sparse;

import org.jspecify.annotations.NullMarked;
