package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.DataTable;
import org.weighbridge.network.LayerId;

/** Runs as numbers for other programs, in full precision. */
final class RunTable {
  private RunTable() {}

  /**
   * One row per run; cells of what was not measured are empty.
   *
   * @param layers a column of coders and one of settings for each; an empty setting is a layer
   *     carried along losslessly
   */
  static DataTable of(List<Run> runs, List<LayerId> layers) {
    var columns =
        new ArrayList<>(
            List.of("run", "at", "origin", "data", "base", "pruning", "codec", "effort"));
    columns.addAll(List.of("below_bound", "small_tensors"));
    for (LayerId layer : layers) {
      columns.addAll(List.of("codec " + layer.name(), "setting " + layer.name()));
    }
    columns.addAll(List.of("bytes", "ratio", "samples", "top1", "loss_pp", "loss_margin_pp"));
    columns.addAll(List.of("worst_error_to_bound", "encode_ms", "decode_ms", "tags", "note"));
    return new DataTable(columns, runs.stream().map(run -> row(run, layers)).toList());
  }

  private static List<String> row(Run run, List<LayerId> layers) {
    var coding = run.configuration().coding();
    var cells = new ArrayList<String>();
    cells.add(Integer.toString(run.number()));
    cells.add(run.at().toString());
    cells.add(lowerCase(run.origin()));
    cells.add(run.data());
    cells.add(Integer.toString(run.base()));
    cells.add(RunText.pruning(run.pruning()));
    cells.add(coding.codec());
    cells.add(lowerCase(coding.effort()));
    cells.add(lowerCase(coding.belowBound()));
    cells.add(coding.smallTensors().map(Object::toString).orElse("lossless"));
    for (LayerId layer : layers) {
      cells.add(run.configuration().coder(layer));
      cells.add(run.configuration().setting(layer).map(Setting::toString).orElse(""));
    }
    var file = run.file();
    cells.add(Long.toString(file.fileBytes()));
    cells.add(Double.toString(file.ratio()));
    var accuracy = run.accuracy();
    cells.add(accuracy.map(a -> Integer.toString(a.accuracy().samples())).orElse(""));
    cells.add(accuracy.map(a -> Double.toString(a.accuracy().top1())).orElse(""));
    cells.add(accuracy.map(a -> Double.toString(a.loss().points())).orElse(""));
    cells.add(accuracy.map(a -> Double.toString(a.loss().margin())).orElse(""));
    cells.add(Double.toString(file.worstErrorToBound()));
    cells.add(Double.toString(file.encodeNanos() / 1e6));
    cells.add(Double.toString(file.decodeNanos() / 1e6));
    cells.add(String.join(" ", run.tags()));
    cells.add(run.note());
    return cells;
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
