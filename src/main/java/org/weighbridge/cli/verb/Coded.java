package org.weighbridge.cli.verb;

import java.util.ArrayList;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.LayerTable;
import org.weighbridge.report.TextTable;

/** An encoded model as a table. */
final class Coded {
  private Coded() {}

  static TextTable table(EncodedModel model) {
    var table =
        TextTable.of(
            "layer",
            "coder",
            "setting>",
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
              coder(model, layer),
              setting(model, layer),
              LayerTable.bound(layer),
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

  /** Small tensors are coded by what their family says. */
  private static String coder(EncodedModel model, LayerReport layer) {
    return model.configuration().setting(layer.layer()).isPresent()
        ? model.configuration().coder(layer.layer())
        : "";
  }

  private static String setting(EncodedModel model, LayerReport layer) {
    return model.configuration().setting(layer.layer()).map(Setting::toString).orElse("");
  }
}
