package org.weighbridge.codec.sz;

import org.weighbridge.codec.ByteWriter;

/** How kept weights become bins: one of those that a best-fit race compares. */
record Scheme(Predictor predictor, Quantizer quantizer) {
  /** The bytes of the table of bins, if there is one. */
  byte[] table() {
    var out = new ByteWriter();
    if (quantizer instanceof BinTable table) {
      table.write(out);
    }
    return out.toBytes();
  }

  int tableBytes() {
    return table().length;
  }

  boolean hasTable() {
    return quantizer instanceof BinTable;
  }
}
