package org.weighbridge.gui.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.BytesRow;
import org.weighbridge.gui.chart.BytesRow.Kind;
import org.weighbridge.gui.rival.RivalWords;
import org.weighbridge.gui.workbench.CoderFile;
import org.weighbridge.gui.workbench.Found;

/** Whole files as rows: of the current configuration, then of every coder that is compared. */
final class CoderRows {
  /** The row of the configuration at hand. */
  static final String CURRENT = "current";

  private CoderRows() {}

  static List<BytesRow> of(@Nullable Found<MeasuredFile> current, List<CoderFile> coders) {
    var rows = new ArrayList<BytesRow>();
    if (current != null) {
      rows.add(row(CURRENT, settings(current.configuration()), current.value()));
    }
    for (CoderFile coder : coders) {
      String name = Codecs.label(coder.coder());
      rows.add(
          coder
              .choice()
              .map(choice -> row(name, words(choice), choice.file()))
              .orElseGet(
                  () -> new BytesRow(name, Kind.FILE, coder.obstacle(), 0, 0, 0, 0, 0, 0, 0)));
    }
    return List.copyOf(rows);
  }

  private static String words(CoderFile.Choice choice) {
    return "predicted loss %s, validation split\n%s\nA click makes this the current configuration."
        .formatted(Numbers.points(choice.predictedLossPoints()), settings(choice.configuration()));
  }

  private static String settings(Configuration configuration) {
    return configuration.settings().entrySet().stream()
        .map(
            set ->
                set.getKey().name()
                    + ": "
                    + RivalWords.of(configuration.codec(set.getKey()), set.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static BytesRow row(String name, String details, MeasuredFile file) {
    long layers = file.layers().stream().mapToLong(LayerReport::bytes).sum();
    return new BytesRow(
        name,
        Kind.FILE,
        details,
        sum(file, Part.INDEX),
        sum(file, Part.VALUES),
        sum(file, Part.OUTLIERS),
        sum(file, Part.TABLES),
        sum(file, Part.HEADER),
        file.fileBytes() - layers,
        file.layers().stream().mapToLong(LayerReport::kept).sum());
  }

  private static long sum(MeasuredFile file, Part part) {
    return file.layers().stream().mapToLong(layer -> layer.breakdown().of(part)).sum();
  }
}
