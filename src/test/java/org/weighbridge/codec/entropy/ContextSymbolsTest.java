package org.weighbridge.codec.entropy;

class ContextSymbolsTest extends SymbolCoderContract {
  @Override
  SymbolCoder coder() {
    return new ContextSymbols();
  }
}
