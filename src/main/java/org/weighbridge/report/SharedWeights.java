package org.weighbridge.report;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.Composition.Widths;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;

/**
 * A layer with codes and distances of a fixed width, before and after entropy coding: the columns
 * of Deep Compression's tables (Han et al., 2016, tables 2 to 5).
 *
 * @param values entries of the codebook, 0 where there is none
 */
public record SharedWeights(LayerReport layer, Widths widths, int values) {
  private static final int FLOAT_BITS = 32;

  /** Empty for codecs without fixed widths. */
  public static Optional<SharedWeights> of(LayerReport layer) {
    return layer
        .composition()
        .flatMap(
            coded -> coded.widths().map(w -> new SharedWeights(layer, w, coded.bins().orElse(0))));
  }

  /** Weights that have a code: those that are numbers and not zero. */
  public long coded() {
    return layer.kept() - layer.composition().map(coded -> coded.outliers()).orElse(0);
  }

  /** Distances that stand for no weight, because a gap was longer than a distance can be. */
  public long fillers() {
    return widths.indexEntries() == 0 ? 0 : widths.indexEntries() - coded();
  }

  /** Bits of a code after entropy coding, without tables. */
  public double codeBits() {
    return 8.0 * layer.breakdown().of(Part.VALUES) / coded();
  }

  /** Bits of a distance after entropy coding, without tables; NaN without distances. */
  public double indexBits() {
    return widths.indexEntries() == 0
        ? Double.NaN
        : 8.0
            * (layer.breakdown().of(Part.INDEX) - widths.indexTableBytes())
            / widths.indexEntries();
  }

  /**
   * Codes, distances and codebook before entropy coding, over 32 bits per weight; NaN where
   * positions are not distances.
   */
  public double shareBefore() {
    if (widths.indexEntries() == 0 && layer.kept() < layer.weights()) {
      return Double.NaN;
    }
    long bits =
        coded() * widths.codeBits()
            + (long) widths.indexEntries() * widths.indexBits()
            + (long) values * FLOAT_BITS;
    return (double) bits / FLOAT_BITS / layer.weights();
  }

  /** The encoded layer over 32 bits per weight. */
  public double share() {
    return 1 / layer.ratio();
  }

  /** The layers that have such widths; empty when none has. */
  public static Optional<TextTable> table(List<LayerReport> layers) {
    var table =
        TextTable.of(
            "shared weights",
            "kept>",
            "fillers>",
            "values>",
            "bits/code>",
            "coded>",
            "bits/gap>",
            "coded>",
            "shared>",
            "coded>");
    var found = layers.stream().map(SharedWeights::of).flatMap(Optional::stream).toList();
    for (var shared : found) {
      table = table.withRow(shared.cells());
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(table);
  }

  private String[] cells() {
    boolean gaps = widths.indexEntries() > 0;
    return new String[] {
      layer.layer().name(),
      Numbers.percent((double) layer.kept() / layer.weights()),
      Numbers.count(fillers()),
      Numbers.count(values),
      String.valueOf(widths.codeBits()),
      Numbers.fixed(codeBits(), 2),
      gaps ? String.valueOf(widths.indexBits()) : "–",
      gaps ? Numbers.fixed(indexBits(), 2) : "–",
      Double.isNaN(shareBefore()) ? "–" : Numbers.percent(shareBefore()),
      Numbers.percent(share())
    };
  }

  /** The same with keys. */
  JsonObject json() {
    var json = new JsonObject();
    json.addProperty("values", values);
    json.addProperty("fillers", fillers());
    json.addProperty("codeBits", widths.codeBits());
    json.add("codeBitsCoded", ResultJson.number(codeBits()));
    json.addProperty("gapBits", widths.indexBits());
    json.add("gapBitsCoded", ResultJson.number(indexBits()));
    json.add("shareBeforeCoding", ResultJson.number(shareBefore()));
    return json;
  }
}
