/**
 * Networks and their compressible layers. Start at Network. May use tensor and the ONNX classes.
 */
@NullMarked
package org.weighbridge.network;

import org.jspecify.annotations.NullMarked;
