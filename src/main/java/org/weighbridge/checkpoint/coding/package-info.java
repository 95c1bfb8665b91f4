/**
 * Checkpoints encoded, decoded and verified block by block: memory depends neither on the size of a
 * file nor on that of a tensor. Start at CheckpointEncoder. May use what checkpoint may use.
 */
@NullMarked
package org.weighbridge.checkpoint.coding;

import org.jspecify.annotations.NullMarked;
