package org.weighbridge.codec.index;

class BitmaskIndexTest extends IndexCoderContract {
  @Override
  IndexCoder coder() {
    return new BitmaskIndex();
  }
}
