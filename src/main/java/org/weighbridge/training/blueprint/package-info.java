/**
 * Fresh networks as ONNX graphs with seeded first weights. Start at Blueprint. May use network,
 * dataset and the ONNX classes.
 */
@NullMarked
package org.weighbridge.training.blueprint;

import org.jspecify.annotations.NullMarked;
