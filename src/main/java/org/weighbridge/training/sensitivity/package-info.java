/**
 * How much accuracy pruning costs: by layer and density, and the comparison of regularizations and
 * ways of retraining of Han et al. (2015). Start at LayerSensitivity and PruningCurves. May use
 * training, prune, network and dataset.
 */
@NullMarked
package org.weighbridge.training.sensitivity;

import org.jspecify.annotations.NullMarked;
