/**
 * ONNX Runtime as this program uses it: sessions all opened alike, tensors outside the heap, runs
 * that can be stopped, errors as sentences. What is run and why is up to inference and training.
 * May use tensor.
 */
@NullMarked
package org.weighbridge.runtime;

import org.jspecify.annotations.NullMarked;
