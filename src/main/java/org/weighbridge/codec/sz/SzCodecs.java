package org.weighbridge.codec.sz;

import java.util.List;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.GapIndex;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.sz.SzCodec.Bins;

/** The compositions of SZ that are offered. */
public final class SzCodecs {
  /** SZ's default: 65,536 bins. */
  private static final int SZ_RADIUS = 1 << 15;

  /** As many bins as a float has mantissas: beyond, storing the float is shorter. */
  private static final int WIDE_RADIUS = 1 << 24;

  private SzCodecs() {}

  /** The best this package can do: every part is raced on real bytes. */
  public static LayerCodec sz() {
    return new SzCodec(
        "sz",
        "SZ",
        List.of(Predictor.values()),
        Bins.BEST,
        WIDE_RADIUS,
        IndexRace.BEST,
        SymbolRace.BEST,
        true);
  }

  /**
   * DeepSZ's composition (Jin et al., HPDC 2019): SZ 2.1 on the data array, which predicts by
   * one-dimensional Lorenzo and codes by Huffman and a lossless back end; 8-bit gaps with best-fit
   * lossless compression as index array.
   */
  public static LayerCodec deepSz() {
    return new SzCodec(
        "deepsz",
        "DeepSZ",
        List.of(Predictor.LORENZO),
        Bins.LINEAR,
        SZ_RADIUS,
        new GapIndex(),
        new Huffman(),
        false);
  }
}
