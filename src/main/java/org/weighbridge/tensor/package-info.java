/**
 * Tensors and their shapes: the values everything else passes on. Start at Tensor. May use file.
 */
@NullMarked
package org.weighbridge.tensor;

import org.jspecify.annotations.NullMarked;
