package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README's five minutes print what stands there. */
class ReadmeTourTest {
  private static final String INDENT = "    ";
  private static final String PROMPT = INDENT + "$ ./weighbridge ";

  /** What the tour writes; the program is run in the project's folder, which it must not fill. */
  private static final Set<String> WRITTEN = Set.of("lenet.wbz", "decoded.onnx");

  @TempDir private Path folder;

  @Test
  void printsWhatTheReadmeShows() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("README.md"));
    int commands = 0;
    for (int i = 0; i < readme.size(); i++) {
      if (readme.get(i).startsWith(PROMPT)) {
        String command = readme.get(i).substring(PROMPT.length());
        String printed = Typed.type(words(command)).done().out();
        int from = 0;
        for (String line : shown(readme, i + 1)) {
          int at = printed.indexOf(line, from);
          assertTrue(at >= 0, command + " does not print \"" + line + "\" but\n" + printed);
          from = at + line.length();
        }
        commands++;
      }
    }
    assertTrue(commands >= 6, "only " + commands + " commands were found");
  }

  private Object[] words(String command) {
    return Arrays.stream(command.split(" "))
        .map(word -> WRITTEN.contains(word) ? folder.resolve(word).toString() : word)
        .toArray();
  }

  /** The lines below a command, to the end of its block; dots stand for what is left out. */
  private static List<String> shown(List<String> readme, int from) {
    var lines = new ArrayList<String>();
    for (int i = from; i < readme.size(); i++) {
      String line = readme.get(i);
      if (line.startsWith(PROMPT) || (!line.isEmpty() && !line.startsWith(INDENT))) {
        break;
      }
      String text = line.strip();
      if (!text.isEmpty() && !text.equals("...")) {
        lines.add(text);
      }
    }
    return lines;
  }
}
