package org.weighbridge.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What this process holds of ONNX Runtime, counted so that a leak can be seen. */
public final class Holdings {
  private static final AtomicInteger SESSIONS = new AtomicInteger();
  private static final AtomicLong TENSOR_BYTES = new AtomicLong();

  private Holdings() {}

  /** Sessions opened and not yet closed. */
  public static int sessions() {
    return SESSIONS.get();
  }

  /** Bytes of {@link NativeTensor}s not yet closed. */
  public static long tensorBytes() {
    return TENSOR_BYTES.get();
  }

  static void session(int more) {
    SESSIONS.addAndGet(more);
  }

  static void tensor(long moreBytes) {
    TENSOR_BYTES.addAndGet(moreBytes);
  }
}
