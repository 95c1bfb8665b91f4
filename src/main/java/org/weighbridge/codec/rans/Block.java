package org.weighbridge.codec.rans;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A run of tokens that is coded at once.
 *
 * <p>Several states take turns (Giesen, "Interleaved entropy coders", 2014), token i uses state i
 * modulo {@link #LANES}: their chains of dependent operations overlap. A state has 32 bits and is
 * refilled by 16 at a time: at most one refill follows a token, so that it needs no loop and no
 * branch, and the state is stored in 4 bytes, of which 2 are overhead.
 *
 * <p>Bytes: the states (u32 each) as the decoder starts, the words (u16) in the order in which it
 * takes them, then the bits beside the tokens up to the end.
 */
final class Block {
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static final int LANES = 4;

  /** A state is at least that; an encoder starts there, so that a decoder must end there. */
  static final int LEAST = 1 << 16;

  /** Shorter runs have one state: its bytes would show. */
  private static final int FEW = 1 << 10;

  private Block() {}

  static int lanes(int tokens) {
    return tokens == 0 ? 0 : tokens < FEW ? 1 : LANES;
  }
}
