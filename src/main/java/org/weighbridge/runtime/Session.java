package org.weighbridge.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.weighbridge.fault.Fault;

/** A session of ONNX Runtime whose errors are sentences. */
public final class Session implements AutoCloseable {
  private final String name;
  private final OrtSession session;

  /** Wraps a session of the network called {@code name}. */
  public Session(String name, OrtSession session) {
    this.name = name;
    this.session = session;
    Holdings.session(1);
  }

  /**
   * Runs one batch. The caller closes the result.
   *
   * @throws java.util.concurrent.CancellationException when the run is no longer wanted
   * @throws Fault when an operator fails
   */
  public OrtSession.Result run(
      Map<String, OnnxTensor> inputs, Collection<String> outputs, Run run) {
    run.check();
    try {
      return session.run(inputs, Set.copyOf(outputs), run.options());
    } catch (OrtException e) {
      run.check(); // a stopped batch ends in an exception too
      throw new Fault("ONNX Runtime cannot run " + name + ": " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  /**
   * Runs one batch whose results are written where the caller wants them.
   *
   * @param outputs all of them, each with memory of its shape
   */
  public void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs, Run run) {
    run.check();
    try {
      session.run(inputs, Set.of(), outputs, run.options()).close();
    } catch (OrtException e) {
      run.check(); // a stopped batch ends in an exception too
      throw new Fault("ONNX Runtime cannot run " + name + ": " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
      Holdings.session(-1);
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot close " + name + ": " + OnnxRuntime.reason(e) + ".", e);
    }
  }
}
