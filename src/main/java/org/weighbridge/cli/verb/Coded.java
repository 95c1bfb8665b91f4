package org.weighbridge.cli.verb;

import java.util.ArrayList;
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
            "PSNR/dB>",
            "weights>",
            "kept>",
            "bytes>",
            "bits/weight>",
            "ratio>");
    var coded = new ArrayList<>(model.layers());
    coded.addAll(model.smallTensors());
    for (LayerReport layer : coded) {
      table =
          table.withRow(
              layer.layer().name(),
              Numbers.bound(layer.bound()),
              Numbers.bound(layer.maxError()),
              Double.isFinite(layer.psnr()) ? Numbers.fixed(layer.psnr(), 1) : "exact",
              Numbers.count(layer.weights()),
              Numbers.count(layer.kept()),
              Numbers.count(layer.bytes()),
              Numbers.fixed(layer.bitsPerWeight(), 3),
              Numbers.ratio(layer.ratio()));
    }
    return table;
  }
}
