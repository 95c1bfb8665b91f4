package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/**
 * One measurement under way. A watch looks every {@value #PERIOD_MILLIS} ms whether it is still
 * wanted and stops a long batch between two operators of the graph.
 */
final class Run implements AutoCloseable {
  private static final int PERIOD_MILLIS = 50;
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("inference-watch").factory());

  private final String name;
  private final Progress progress;
  private final BooleanSupplier closing;
  private final OrtSession.RunOptions options;
  private final ScheduledFuture<?> watch;
  private boolean over;

  /**
   * Starts the watch.
   *
   * @param name the network, for the sentence of a fault
   * @param closing whether the evaluator is being closed
   */
  Run(String name, Progress progress, BooleanSupplier closing) {
    this.name = name;
    this.progress = progress;
    this.closing = closing;
    try {
      OnnxRuntime.environment();
      options = new OrtSession.RunOptions();
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot run: " + OnnxRuntime.reason(e) + ".", e);
    }
    watch =
        WATCH.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  Progress progress() {
    return progress;
  }

  /**
   * Runs a session on one batch. The caller closes the result.
   *
   * @throws CancellationException when it was cancelled or the evaluator closed
   * @throws Fault when an operator fails
   */
  OrtSession.Result batch(OrtSession session, Map<String, OnnxTensor> inputs, Set<String> outputs) {
    check();
    try {
      return session.run(inputs, outputs, options);
    } catch (OrtException e) {
      check();
      throw new Fault("ONNX Runtime cannot run " + name + ": " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  void check() {
    progress.check();
    if (closing.getAsBoolean()) {
      throw new CancellationException("the evaluator was closed");
    }
  }

  private synchronized void look() {
    if (over) {
      return;
    }
    try {
      check();
    } catch (CancellationException stop) {
      terminate();
    }
  }

  private void terminate() {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      over = true; // the batch runs to its end, and the check after it stops the measurement
    }
  }

  @Override
  public void close() {
    watch.cancel(false);
    synchronized (this) {
      over = true;
      options.close();
    }
  }
}
