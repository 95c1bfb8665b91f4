package org.weighbridge.codec.mixing;

import java.util.Arrays;

/**
 * Numbers the slots of a large table in the order in which they are first asked for, by open
 * addressing: little data touches few of them, and making the whole table would take longer than
 * coding it.
 */
final class SlotNumbers {
  private static final int START = 1 << 6;

  /** The slot of each number. */
  private int[] slots = new int[START];

  /** Each number plus 1 at a hash of its slot, or behind; 0 where nothing is. Twice as long. */
  private int[] places = new int[2 * START];

  private int count;

  /** The number of a slot, a new one where it has none. */
  int of(int slot) {
    int at = place(slot);
    if (places[at] == 0) {
      if (count == slots.length) {
        grow();
        at = place(slot);
      }
      slots[count++] = slot;
      places[at] = count;
    }
    return places[at] - 1;
  }

  /** Where a slot is, or would be. */
  private int place(int slot) {
    int last = places.length - 1;
    int at = (slot * 0x9e3779b1) >>> Integer.numberOfLeadingZeros(last);
    while (places[at] != 0 && slots[places[at] - 1] != slot) {
      at = (at + 1) & last;
    }
    return at;
  }

  private void grow() {
    slots = Arrays.copyOf(slots, 2 * count);
    places = new int[4 * count];
    for (int i = 0; i < count; i++) {
      places[place(slots[i])] = i + 1;
    }
  }

  int slot(int number) {
    return slots[number];
  }

  int count() {
    return count;
  }
}
