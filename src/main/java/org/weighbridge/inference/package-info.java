/**
 * The accuracy of a network with some layers replaced, measured by ONNX Runtime. May use network
 * and dataset.
 */
@NullMarked
package org.weighbridge.inference;

import org.jspecify.annotations.NullMarked;
