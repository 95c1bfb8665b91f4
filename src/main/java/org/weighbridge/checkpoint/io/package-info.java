/**
 * Readers of checkpoints: safetensors, alone or in shards, and ONNX models with external data. They
 * read headers only and trust nothing. Start at CheckpointFiles. May use checkpoint, network.io and
 * Gson.
 */
@NullMarked
package org.weighbridge.checkpoint.io;

import org.jspecify.annotations.NullMarked;
