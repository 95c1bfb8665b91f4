package org.weighbridge.codec.index;

class ContextIndexTest extends IndexCoderContract {
  @Override
  IndexCoder coder() {
    return new ContextIndex();
  }
}
