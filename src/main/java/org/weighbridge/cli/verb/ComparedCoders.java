package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.report.ComparisonJson;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.report.ComparisonTables;

/**
 * What {@code compare} found.
 *
 * @param csv where the table was written to
 * @param figure where the figure was drawn to
 */
record ComparedCoders(ComparisonResult result, Optional<Path> csv, Optional<Path> figure)
    implements Answer {
  static void writeCsv(ComparisonResult result, Path file) {
    byte[] table = ComparisonTables.table(result).data().csv().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(table));
  }

  @Override
  public JsonObject json() {
    var json = ComparisonJson.json(result);
    csv.ifPresent(file -> json.addProperty("file", file.toString()));
    figure.ifPresent(file -> json.addProperty("figure", file.toString()));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.print(ComparisonTables.measured(result).render());
    out.println();
    ComparisonTables.notes(result).forEach(out::println);
    out.println();
    ComparisonTables.legend(result).forEach(out::println);
    if (!result.published().isEmpty()) {
      out.println();
      out.println("PUBLISHED, not measured here; ratios count what their papers count:");
      out.print(ComparisonTables.published(result).render());
    }
    csv.ifPresent(file -> out.println("wrote " + file));
    figure.ifPresent(file -> out.println("wrote " + file));
  }
}
