/**
 * Trained numbers as files of tensors, read by memory mapping: what is too large for the heap, or
 * comes without a graph. Start at Checkpoint. May use network and what that may use.
 */
@NullMarked
package org.weighbridge.checkpoint;

import org.jspecify.annotations.NullMarked;
