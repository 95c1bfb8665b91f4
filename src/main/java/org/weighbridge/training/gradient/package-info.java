/**
 * Gradients of networks: a transform from an ONNX graph to the ONNX graph of its gradients, made of
 * standard operators, and the batches that ONNX Runtime runs through it. May use network, dataset
 * and runtime.
 */
@NullMarked
package org.weighbridge.training.gradient;

import org.jspecify.annotations.NullMarked;
