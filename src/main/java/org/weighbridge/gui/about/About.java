package org.weighbridge.gui.about;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.experiment.Version;
import org.weighbridge.experiment.provenance.Machine;
import org.weighbridge.figure.Numbers;
import org.weighbridge.file.UserFolder;

/**
 * The program and what it runs on, as somebody who asks for help would tell it.
 *
 * @param title name and version
 * @param lines what is known, one thing each
 */
public record About(String title, List<Line> lines) {
  /** One thing by its name. */
  public record Line(String name, String value) {}

  public About {
    lines = List.copyOf(lines);
  }

  /** This process. */
  public static About here() {
    return of(Machine.here(), System.getProperty("javafx.version", "none"));
  }

  static About of(Machine machine, String javafx) {
    var lines = new ArrayList<Line>();
    Version.revision().ifPresent(revision -> lines.add(new Line("Revision", revision)));
    lines.add(new Line("Runtime", machine.java()));
    lines.add(new Line("JavaFX", javafx));
    machine.libraries().forEach((name, version) -> lines.add(new Line(name, version)));
    lines.add(new Line("System", machine.system()));
    lines.add(
        new Line("Processor", "%s, %d cores".formatted(machine.processor(), machine.cores())));
    lines.add(new Line("Heap", Numbers.bytes(Runtime.getRuntime().maxMemory()) + " at most"));
    for (UserFolder folder : UserFolder.values()) {
      folder.find().ifPresent(path -> lines.add(new Line(title(folder), path.toString())));
    }
    return new About("Weighbridge " + Version.NUMBER, lines);
  }

  private static String title(UserFolder folder) {
    return switch (folder) {
      case CACHE -> "What was learnt";
      case CONFIGURATION -> "Settings";
      case STATE -> "Unsaved work";
    };
  }

  /** All of it as text, for the clipboard. */
  public String text() {
    return lines.stream()
        .map(line -> line.name() + ": " + line.value())
        .collect(Collectors.joining("\n", title + "\n", "\n"));
  }
}
