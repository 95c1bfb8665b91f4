package org.weighbridge.codec.entropy;

class HuffmanTest extends SymbolCoderContract {
  @Override
  SymbolCoder coder() {
    return new Huffman();
  }
}
