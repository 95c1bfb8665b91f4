package org.weighbridge.runtime;

import ai.onnxruntime.OnnxTensor;

/** A tensor outside the heap that ONNX Runtime reads in place, open until nobody uses it. */
public sealed interface NativeMemory extends AutoCloseable permits NativeTensor, NativeConstant {
  OnnxTensor tensor();

  @Override
  void close();
}
