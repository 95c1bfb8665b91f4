package org.weighbridge.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Switches ONNX Runtime's telemetry off. As of 1.29 it reads the machine's id and the command line
 * when it starts, and the regular expressions it takes them apart with overflow the stack, and end
 * the process without a word, when the command line is some thousand characters long: the class
 * path of a development environment is enough.
 *
 * <p>It can be told so by an environment variable only, and Java cannot set its own: the C library
 * does.
 */
final class Telemetry {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private Telemetry() {}

  /** To be called before ONNX Runtime is loaded. Does nothing where there is no setenv: Windows. */
  @SuppressWarnings("restricted") // native access is granted for ONNX Runtime anyway
  static void switchOff() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    MethodHandle call =
        linker.downcallHandle(
            setenv.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int overwrite = 1;
      int failed =
          (int) call.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), overwrite);
      if (failed != 0) {
        throw new IllegalStateException("setenv failed");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("cannot switch off the telemetry of ONNX Runtime", e);
    }
  }
}
