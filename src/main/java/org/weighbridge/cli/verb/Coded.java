package org.weighbridge.cli.verb;

import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.TextTable;

/** An encoded model as a table. */
final class Coded {
  private Coded() {}

  static TextTable table(EncodedModel model) {
    var table =
        TextTable.of(
            "layer",
            "bound>",
            "max error>",
            "weights>",
            "kept>",
            "bytes>",
            "bits/weight>",
            "ratio>");
    for (LayerReport layer : model.layers()) {
      table =
          table.withRow(
              layer.layer().name(),
              Numbers.bound(layer.bound()),
              Numbers.bound(layer.maxError()),
              Numbers.count(layer.weights()),
              Numbers.count(layer.kept()),
              Numbers.count(layer.bytes()),
              Numbers.fixed(layer.bitsPerWeight(), 3),
              Numbers.ratio(layer.ratio()));
    }
    return table;
  }
}
