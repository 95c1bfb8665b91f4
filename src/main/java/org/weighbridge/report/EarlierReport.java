package org.weighbridge.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.weighbridge.file.InputFile;

/**
 * What an earlier report left in a folder, as its own list says.
 *
 * @param files figures and tables, nothing else
 */
record EarlierReport(List<Path> files) {
  /** The file of a report that lists all its files. */
  static final String LIST = "report.json";

  private static final long LARGEST = 64 << 20;

  /** Names that a report gives: nothing outside of the two folders can be meant. */
  private static final String OURS = "(figures|tables)/[A-Za-z0-9_-][A-Za-z0-9._-]*";

  /** The report of a folder; an empty one where there is none or its list cannot be read. */
  static EarlierReport in(Path folder) {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list) || leadsElsewhere(folder)) {
      return new EarlierReport(List.of());
    }
    try {
      var names =
          JsonParser.parseString(InputFile.text(list, LARGEST)).getAsJsonObject().get("files");
      return new EarlierReport(
          StreamSupport.stream(names.getAsJsonArray().spliterator(), false)
              .map(JsonElement::getAsString)
              .filter(name -> name.matches(OURS))
              .map(folder::resolve)
              .toList());
    } catch (IOException | RuntimeException e) {
      return new EarlierReport(List.of()); // somebody else's file of that name
    }
  }

  /** What a link leads to is not the report's to remove. */
  private static boolean leadsElsewhere(Path folder) {
    return Files.isSymbolicLink(folder.resolve("figures"))
        || Files.isSymbolicLink(folder.resolve("tables"));
  }

  /** Removes what the new report did not write again. */
  void removeAllBut(Collection<Path> written) {
    for (Path file : files) {
      if (!written.contains(file)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          // it stays; index.html and the list name what belongs to the report
        }
      }
    }
  }
}
