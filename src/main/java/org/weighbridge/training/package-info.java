/**
 * Trains networks and prunes them with masked retraining: any graph that {@code training.gradient}
 * can differentiate. Start at Trainer; TrainingPlan says how, Checkpoint keeps a state to go on
 * from. May use network, dataset, prune and the ONNX classes.
 */
@NullMarked
package org.weighbridge.training;

import org.jspecify.annotations.NullMarked;
