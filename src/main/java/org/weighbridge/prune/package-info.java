/**
 * Pruning criteria and sparsity masks: step one of DeepSZ. Start at Pruning. May use network and
 * the ONNX classes.
 */
@NullMarked
package org.weighbridge.prune;

import org.jspecify.annotations.NullMarked;
