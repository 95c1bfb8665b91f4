/**
 * The accuracy of a network with some layers replaced, measured by ONNX Runtime. Start at
 * Evaluators; Engine chooses between the whole network and a graph cut in front of one layer. May
 * use network, dataset and runtime.
 */
@NullMarked
package org.weighbridge.inference;

import org.jspecify.annotations.NullMarked;
