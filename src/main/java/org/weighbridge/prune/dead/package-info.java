/**
 * Neurons and filters that pruning has cut off: found, folded onto biases, zeroed or removed. Start
 * at DeadNeurons. May use network and the ONNX classes.
 */
@NullMarked
package org.weighbridge.prune.dead;

import org.jspecify.annotations.NullMarked;
