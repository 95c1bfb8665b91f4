package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.Map;
import org.weighbridge.runtime.Run;

/** What a session is fed with, batch by batch. Used by one measurement at a time. */
interface Feed extends AutoCloseable {
  /** The tensors of a batch by name. The caller closes the batch, which keeps what is cached. */
  Batch batch(int index, Run run);

  @Override
  void close();

  /**
   * The tensors of one batch.
   *
   * @param tensors by name; not for closing
   * @param release frees what is not cached
   */
  record Batch(Map<String, OnnxTensor> tensors, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }
}
