package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;
import org.weighbridge.network.LayerId;

/** Runs as a table: for people, and as numbers for other programs in full precision. */
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

  /**
   * Runs for people.
   *
   * @param settings the layers whose settings are columns
   * @param data the same for other programs
   */
  static TableFigure figure(String title, List<Run> runs, List<Quantity> settings, DataTable data) {
    var columns = new ArrayList<>(List.of(Column.number("run"), Column.text("coder")));
    settings.forEach(setting -> columns.add(Column.number(setting.key()).orLeftOut()));
    columns.addAll(
        List.of(
            Column.number("ratio"),
            Column.number("size").orLeftOut(),
            Column.number("top-1").orLeftOut(),
            Column.number("loss [pp]"),
            Column.text("note").orLeftOut()));
    String samples =
        runs.stream()
            .filter(run -> run.accuracy().isPresent())
            .map(Run::data)
            .distinct()
            .collect(Collectors.joining("; "));
    return new TableFigure(
        new Caption(title, samples.isEmpty() ? "" : samples + "; ±: 95 % interval of the loss"),
        columns,
        runs.stream().map(run -> words(run, settings)).toList(),
        0,
        data);
  }

  private static List<String> words(Run run, List<Quantity> settings) {
    var cells = new ArrayList<>(List.of(Quantity.NUMBER.text(run), RunText.coder(run)));
    settings.forEach(setting -> cells.add(setting.text(run)));
    cells.addAll(
        List.of(
            Quantity.RATIO.text(run),
            Quantity.SIZE.text(run),
            Quantity.TOP1.text(run),
            RunText.loss(run),
            NoteText.of(run).toString()));
    return cells;
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
