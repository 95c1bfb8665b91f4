/**
 * Trains a small network and prunes it with masked retraining. Start at LeNetTrainer. May use
 * network, dataset, prune and the ONNX classes.
 */
@NullMarked
package org.weighbridge.training;

import org.jspecify.annotations.NullMarked;
