package org.weighbridge.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The limit that Linux and macOS set to the size of files this process writes: until it is lifted,
 * writing beyond it fails in the kernel as on a full disk. It needs no rights and no disk.
 */
public final class SmallFiles implements AutoCloseable {
  /** RLIMIT_FSIZE of both systems. */
  private static final int FILE_SIZE = 1;

  private final long before;

  private SmallFiles(long before) {
    this.before = before;
  }

  /** Limits files to so many bytes until closed; skips the test where that cannot be. */
  public static SmallFiles limit(long bytes) {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "there is no such limit");
    return new SmallFiles(exchange(bytes));
  }

  /** Sets the soft limit and gives what it was. */
  private static long exchange(long bytes) {
    try (var arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, 2); // soft and hard
      assertEquals(0, (int) function("getrlimit").invokeExact(FILE_SIZE, limits));
      long before = limits.getAtIndex(ValueLayout.JAVA_LONG, 0);
      limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes);
      assertEquals(0, (int) function("setrlimit").invokeExact(FILE_SIZE, limits));
      return before;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("restricted") // it is what it says
  private static MethodHandle function(String name) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  @Override
  public void close() {
    exchange(before);
  }
}
