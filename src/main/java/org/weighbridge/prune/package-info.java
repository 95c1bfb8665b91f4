/** Pruning criteria and sparsity masks: step one of DeepSZ. May use network. */
@NullMarked
package org.weighbridge.prune;

import org.jspecify.annotations.NullMarked;
