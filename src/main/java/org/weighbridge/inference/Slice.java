package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.runtime.Run;
import org.weighbridge.runtime.Session;

/**
 * A session that computes some tensors of the graph from others. Weights of fully connected layers
 * are inputs of it, because a matrix product takes them as they come as fast as constant ones; all
 * others are constants, which ONNX Runtime rearranges for its fastest kernels.
 *
 * @param outputs what it computes
 * @param inputs the weights that are inputs
 * @param constants the weights that are not
 * @param variant the replacements among {@code constants}
 */
record Slice(
    Session session,
    List<String> outputs,
    Set<LayerId> inputs,
    Set<LayerId> constants,
    Variant variant,
    Weights weights,
    Weights.Lease lease)
    implements AutoCloseable {
  /** Whether the constants are those of another variant, too. */
  boolean serves(Variant other) {
    return other.within(constants).equals(variant);
  }

  /**
   * Computes one batch. The caller closes the result.
   *
   * @param fed the tensors that are no weights, by name
   * @param asked a variant that this serves
   */
  OrtSession.Result run(Map<String, OnnxTensor> fed, Variant asked, Run run) {
    return run(with(fed, asked, run), run);
  }

  /** What {@link #run(Map, Run)} wants: the same with the weights that are inputs. */
  Map<String, OnnxTensor> with(Map<String, OnnxTensor> fed, Variant asked, Run run) {
    Map<String, OnnxTensor> all = new HashMap<>(fed);
    all.putAll(weights.inputs(inputs, asked, run));
    return all;
  }

  /** Computes one batch, on any thread. The caller closes the result. */
  OrtSession.Result run(Map<String, OnnxTensor> all, Run run) {
    return session.run(all, outputs, run);
  }

  @Override
  public void close() {
    session.close();
    lease.close();
  }
}
