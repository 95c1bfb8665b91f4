/**
 * Fine-tuning of weights that share values: the last training step of Deep Compression. May use
 * network, dataset, training and training.gradient.
 */
@NullMarked
package org.weighbridge.training.codebook;

import org.jspecify.annotations.NullMarked;
