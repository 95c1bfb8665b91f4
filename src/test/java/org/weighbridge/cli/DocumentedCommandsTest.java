package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.CancelToken;
import picocli.CommandLine;

/** Commands in documents have verbs and options that exist. None of them is carried out. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:    |\\$ )(?:\\./)?weighbridge +([a-z].*?)(?: {2,}.*)?$");

  private final CommandLine commandLine =
      CommandLineFace.commandLine(
          Terminal.system(new CancelToken()), new WrittenWindows(new StringWriter()));

  /** Reads a command as if it were typed, without carrying it out; says what is wrong with it. */
  private String mistake(String command) {
    try {
      commandLine.parseArgs(command.split("\\s+"));
      return "";
    } catch (CommandLine.ParameterException e) {
      return e.getMessage();
    }
  }

  @Test
  void everyCommandCanBeTyped() throws IOException {
    List<String> wrong = new ArrayList<>();
    int typed = 0;
    for (Path page : pages()) {
      var commands = COMMAND.matcher(Files.readString(page));
      while (commands.find()) {
        String command = commands.group(1).replaceAll("[\\[\\]]", ""); // of what may be left out
        String mistake = mistake(command);
        if (!mistake.isEmpty()) {
          wrong.add(page + ": " + command + ": " + mistake);
        }
        typed++;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(typed >= 40, "only " + typed + " commands in all documents");
  }

  @Test
  void anOptionThatIsNotThereIsFound() {
    assertFalse(mistake("encode m.onnx -o m.wbz --frobnicate").isEmpty());
    assertFalse(mistake("frobnicate m.onnx").isEmpty());
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !path.toString().contains("decisions"))
          .forEach(pages::add);
    }
    return pages;
  }
}
