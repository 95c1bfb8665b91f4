/**
 * Coding a network layer by layer while what is not coded yet learns around the errors: the
 * retraining of Weightless. May use network, dataset, training and training.gradient.
 */
@NullMarked
package org.weighbridge.training.weightless;

import org.jspecify.annotations.NullMarked;
