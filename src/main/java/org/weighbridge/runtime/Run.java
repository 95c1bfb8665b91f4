package org.weighbridge.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelWatch;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ResponsiveThread;

/**
 * One measurement under way. A long batch is stopped between two operators of the graph when the
 * measurement is no longer wanted.
 */
public final class Run implements AutoCloseable {
  private final Progress progress;
  private final BooleanSupplier closing;
  private final OrtSession.RunOptions options;
  private final CancelWatch watch;

  /**
   * Starts to watch for cancelling.
   *
   * @param closing whether the evaluator is being closed
   */
  public Run(Progress progress, BooleanSupplier closing) {
    assert ResponsiveThread.elsewhere() : "a run on the thread that has to answer";
    this.progress = progress;
    this.closing = closing;
    OnnxRuntime.environment();
    try {
      options = new OrtSession.RunOptions();
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot run: " + OnnxRuntime.reason(e) + ".", e);
    }
    watch = new CancelWatch(this::check, this::terminate);
  }

  public Progress progress() {
    return progress;
  }

  /** What stops a batch under way. */
  public OrtSession.RunOptions options() {
    return options;
  }

  /**
   * Does nothing while the measurement is wanted.
   *
   * @throws CancellationException when it was cancelled or the evaluator is being closed
   */
  public void check() {
    progress.check();
    if (closing.getAsBoolean()) {
      throw new CancellationException("the evaluator was closed");
    }
  }

  private void terminate() {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException(e); // on the watch's thread: the batch runs to its end
    }
  }

  @Override
  public void close() {
    watch.close();
    options.close();
  }
}
