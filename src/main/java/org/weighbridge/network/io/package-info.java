/**
 * Reads and writes network files. Start at NetworkFiles. May use network, tensor, file, fault and
 * the ONNX classes.
 */
@NullMarked
package org.weighbridge.network.io;

import org.jspecify.annotations.NullMarked;
