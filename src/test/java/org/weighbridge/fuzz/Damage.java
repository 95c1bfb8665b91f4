package org.weighbridge.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** A way to damage a file; the same random numbers do the same damage. */
@FunctionalInterface
public interface Damage {
  /**
   * A damaged copy.
   *
   * @param good what a writer made
   * @param other another such file, to take pieces from
   */
  byte[] of(byte[] good, byte[] other, SplittableRandom random);

  /** One of several ways. */
  static Damage any(Damage... ways) {
    var all = List.of(ways);
    return (good, other, random) -> all.get(random.nextInt(all.size())).of(good, other, random);
  }

  /** Bytes: one to three changes that know nothing of the format. */
  static Damage bytes() {
    return ByteDamage::several;
  }

  /** Bytes, but only among the first ones, where a format says what follows. */
  static Damage head(int length) {
    return (good, other, random) -> {
      int cut = Math.min(length, good.length);
      byte[] head = java.util.Arrays.copyOf(good, cut);
      byte[] rest = java.util.Arrays.copyOfRange(good, cut, good.length);
      return ByteDamage.joined(ByteDamage.several(head, other, random), rest);
    };
  }

  /** Words, numbers and brackets of a text. */
  static Damage text() {
    return TextDamage::several;
  }
}
