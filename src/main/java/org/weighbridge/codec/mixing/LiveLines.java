package org.weighbridge.codec.mixing;

import org.weighbridge.tensor.Mask;

/** Flags of the rows or columns that keep anything: dead ones cost a fraction of a bit each. */
public final class LiveLines {
  private static final int LEARNING = 16;

  private LiveLines() {}

  /** Codes flags, each predicted from the two before; when decoding, fills them. */
  public static void code(BitCoder coder, boolean[] lives) {
    var model = new ContextMixer(1, LEARNING, 1, 4);
    int history = 0;
    for (int i = 0; i < lives.length; i++) {
      model.context(1, history & 3);
      int bit = model.code(coder, lives[i] ? 1 : 0);
      lives[i] = bit != 0;
      history = history << 1 | bit;
    }
  }

  /** The places of the lines that live, ascending. */
  public static int[] of(boolean[] lives) {
    int[] places = new int[lives.length];
    int count = 0;
    for (int i = 0; i < lives.length; i++) {
      if (lives[i]) {
        places[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(places, count);
  }

  /** The rows that keep anything. */
  public static boolean[] rows(Mask mask) {
    boolean[] lives = new boolean[mask.rows()];
    for (int position : mask.positions()) {
      lives[position / mask.columns()] = true;
    }
    return lives;
  }

  /** The columns that keep anything. */
  public static boolean[] columns(Mask mask) {
    boolean[] lives = new boolean[mask.columns()];
    for (int position : mask.positions()) {
      lives[position % mask.columns()] = true;
    }
    return lives;
  }
}
