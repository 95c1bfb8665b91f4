package org.weighbridge.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.csr.RelativeCsr;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/**
 * The table of papers on DeepSZ (Jin et al., HPDC 2019): each layer as it was, pruned, and encoded.
 *
 * <p>The pruned size is counted as there: 40 bits for each stored entry, a float32 and an 8-bit
 * relative index, fillers among them.
 */
final class PaperTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("layer", "layer"),
          Column.data("weights"),
          Column.number("density", "kept"),
          Column.number("originalBytes", "original"),
          Column.number("prunedBytes", "pruned"),
          Column.number("prunedRatio", "ratio"),
          Column.number("bound", "error bound"),
          Column.number("bytes", "encoded"),
          Column.number("ratio", "ratio"));

  private PaperTable() {}

  /** What the weights of a pruned layer take as DeepSZ counts it, in bytes. */
  static Map<LayerId, Long> prunedBytes(Network network, Progress progress) {
    var sizes = new LinkedHashMap<LayerId, Long>();
    progress.begin("Counting entries of pruned layers", network.layers().size());
    for (Layer layer : network.layers()) {
      var settings = new CodecSettings(Parameter.NONE, Effort.FAST);
      var stream = new RelativeCsr().encode(layer.weights(), settings, progress.part(1));
      sizes.put(layer.id(), (long) stream.bytes().length);
    }
    return sizes;
  }

  /**
   * The table.
   *
   * @param pruned what {@link #prunedBytes} says of the network
   */
  static Table of(Network network, EncodedModel encoded, Map<LayerId, Long> pruned) {
    var rows = new ArrayList<List<Cell>>();
    for (Layer layer : network.layers()) {
      rows.add(row(layer, encoded, requireNonNull(pruned.get(layer.id()))));
    }
    var sums = new ArrayList<List<Cell>>();
    boolean mixed = network.layers().stream().anyMatch(layer -> !layer.fullyConnected());
    if (network.layers().stream().anyMatch(Layer::fullyConnected)) {
      sums.add(sum("fully connected layers", Layer::fullyConnected, network, encoded, pruned));
    }
    if (mixed) {
      sums.add(sum("all layers", layer -> true, network, encoded, pruned));
    }
    sums.add(
        row(
            "whole file",
            network.parameters(),
            Double.NaN,
            wholeBytes(network, pruned),
            Cell.NONE,
            OptionalLong.of(encoded.fileBytes())));
    return new Table(
        "paper-layers",
        "Compression of " + network.name() + " layer by layer",
        COLUMNS,
        List.of(new Table.Group("layer", "", rows), new Table.Group("sum", "", sums)),
        List.of(
            "original: 4 bytes × weights; sizes in bytes",
            "pruned: 40 bits for each stored entry, a float32 and an 8-bit relative index, fillers"
                + " counted, as DeepSZ counts it; whole file: with all other parameters at 4 bytes",
            "ratio: original over pruned, and original over encoded",
            "a layer that was not coded counts 4 bytes a weight; whole file: everything in the .wbz"
                + " file, graph and header among it"));
  }

  /** The pruned layers as DeepSZ counts them, and all other parameters at 4 bytes. */
  static long wholeBytes(Network network, Map<LayerId, Long> pruned) {
    long weights = network.layers().stream().mapToLong(layer -> layer.weights().size()).sum();
    long layers = pruned.values().stream().mapToLong(Long::longValue).sum();
    return layers + 4 * (network.parameters() - weights);
  }

  /** The same of the fully connected layers alone: ratio of 4 bytes × weights over it. */
  static double connectedRatio(Network network, Map<LayerId, Long> pruned) {
    long original = 0;
    long stored = 0;
    for (Layer layer : network.layers()) {
      if (layer.fullyConnected()) {
        original += 4L * layer.weights().size();
        stored += requireNonNull(pruned.get(layer.id()));
      }
    }
    return (double) original / stored;
  }

  private static List<Cell> row(Layer layer, EncodedModel encoded, long pruned) {
    var report = LayerTable.report(encoded, layer);
    return row(
        layer.name(),
        layer.weights().size(),
        (double) layer.weights().nonZeros() / layer.weights().size(),
        pruned,
        report
            .map(r -> Cell.exact(r.bound()).shownAs(LayerTable.bound(r)))
            .orElse(new Cell("not coded", "")),
        report.map(r -> OptionalLong.of(r.bytes())).orElse(OptionalLong.empty()));
  }

  private static List<Cell> sum(
      String name,
      Predicate<Layer> which,
      Network network,
      EncodedModel encoded,
      Map<LayerId, Long> pruned) {
    long weights = 0;
    long kept = 0;
    long stored = 0;
    long bytes = 0;
    for (Layer layer : network.layers().stream().filter(which).toList()) {
      weights += layer.weights().size();
      kept += layer.weights().nonZeros();
      stored += requireNonNull(pruned.get(layer.id()));
      bytes +=
          LayerTable.report(encoded, layer)
              .map(LayerReport::bytes)
              .orElse(4L * layer.weights().size());
    }
    double density = (double) kept / weights;
    return row(name, weights, density, stored, Cell.NONE, OptionalLong.of(bytes));
  }

  private static List<Cell> row(
      String name, long weights, double density, long pruned, Cell bound, OptionalLong encoded) {
    return List.of(
        Cell.words(name),
        Cell.count(weights),
        Double.isNaN(density) ? Cell.NONE : Cell.percent(density),
        Cell.count(4 * weights),
        Cell.count(pruned),
        Cell.ratio(4.0 * weights / pruned),
        bound,
        encoded.isPresent() ? Cell.count(encoded.getAsLong()) : Cell.unknown(),
        encoded.isPresent() ? Cell.ratio(4.0 * weights / encoded.getAsLong()) : Cell.unknown());
  }
}
