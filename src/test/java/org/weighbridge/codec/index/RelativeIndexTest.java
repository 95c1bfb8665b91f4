package org.weighbridge.codec.index;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RelativeIndexTest {
  @Nested
  class FourBits extends IndexCoderContract {
    @Override
    IndexCoder coder() {
      return new RelativeIndex(4);
    }
  }

  @Nested
  class FiveBits extends IndexCoderContract {
    @Override
    IndexCoder coder() {
      return new RelativeIndex(5);
    }
  }

  @Nested
  class EightBits extends IndexCoderContract {
    @Override
    IndexCoder coder() {
      return new RelativeIndex(8);
    }
  }

  @Test
  void refusesDistancesWithoutBits() {
    assertThrows(IllegalArgumentException.class, () -> new RelativeIndex(0));
    assertThrows(IllegalArgumentException.class, () -> new RelativeIndex(9));
  }
}
