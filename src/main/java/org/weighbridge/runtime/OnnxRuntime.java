package org.weighbridge.runtime;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import java.util.HashMap;
import java.util.Map;
import org.weighbridge.fault.Fault;
import org.weighbridge.runtime.check.ModelCheck;

/** Sessions of ONNX Runtime, all opened alike, and its errors as sentences. */
public final class OnnxRuntime {
  private static final int LONGEST_REASON = 300;

  private OnnxRuntime() {}

  /**
   * The one environment of the process, loaded on first use.
   *
   * @throws Fault when the native library does not load on this machine
   */
  public static OrtEnvironment environment() {
    try {
      return Loaded.ENVIRONMENT;
    } catch (LinkageError | RuntimeException e) {
      throw new Fault(
          "ONNX Runtime's native library does not load here ("
              + firstLine(rootOf(e))
              + "); it needs a 64-bit Linux with glibc 2.28 or later, macOS or Windows.",
          e);
    }
  }

  /** Loads the native library when first touched. */
  private static final class Loaded {
    private static final OrtEnvironment ENVIRONMENT = load();

    private static OrtEnvironment load() {
      Telemetry.switchOff();
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "weighbridge");
    }
  }

  /**
   * Opens a session.
   *
   * @param name the network, for the sentence of the fault
   * @param model the graph; tensors named in {@code constants} are stubs of external data
   * @param constants the data of the stubs; open until the session is closed
   * @param use how batches will go through it
   * @throws Fault when the graph is nothing to hand to native code, or ONNX Runtime refuses it
   */
  public static Session open(
      String name, ModelProto model, Map<String, OnnxTensor> constants, Use use) {
    ModelCheck.check(name, model, constants.keySet());
    OrtEnvironment environment = environment();
    try (var options = new SessionOptions()) {
      options.setExecutionMode(ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(Layout.of(model));
      options.setIntraOpNumThreads(use == Use.SIDE_BY_SIDE ? 1 : Cores.physical());
      // Idle pauses between two moves of a slider would burn whole cores.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setCPUArenaAllocator(use != Use.LARGE);
      if (!constants.isEmpty()) {
        options.addExternalInitializers(new HashMap<>(constants));
      }
      return new Session(name, environment.createSession(model.toByteArray(), options));
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime refuses " + name + ": " + reason(e) + ".", e);
    }
  }

  /** How batches go through a session. */
  public enum Use {
    /**
     * Several at the same time, each on one thread: operators of small batches are too short to be
     * shared between threads.
     */
    SIDE_BY_SIDE,
    /** One after the other, all cores working at each operator. */
    ALONE,
    /**
     * The same, and temporary memory is freed after each: of large tensors that costs little time
     * and keeps much memory, and results that outlive the run take just their own size.
     */
    LARGE
  }

  /** What ONNX Runtime complains about, on one line without a full stop. */
  public static String reason(OrtException e) {
    String line = firstLine(e);
    int message = line.indexOf("message: ");
    String text = message < 0 ? line : line.substring(message + "message: ".length());
    text = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("").strip();
  }
}
