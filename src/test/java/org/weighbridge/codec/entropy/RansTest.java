package org.weighbridge.codec.entropy;

class RansTest extends SymbolCoderContract {
  @Override
  SymbolCoder coder() {
    return new Rans();
  }
}
