package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What dropping files on the window does: at most one model, session or log is opened, and at most
 * one data set.
 *
 * @param opened the model, the session or the log of runs
 * @param data the data set, for that model or for the one at hand
 * @param obstacle why nothing would be done, empty when something is
 */
record Drop(Optional<Path> opened, Optional<Path> data, String obstacle) {
  /**
   * What these files would do.
   *
   * @param modelAtHand whether there is a model that data could be for
   */
  static Drop of(List<Path> files, boolean modelAtHand) {
    var data = files.stream().filter(Drop::isData).findFirst();
    var opened = files.stream().filter(file -> !isData(file)).findFirst();
    if (files.isEmpty()) {
      return new Drop(opened, data, "There is no file in what is dragged.");
    }
    if (files.size() > opened.stream().count() + data.stream().count()) {
      return new Drop(opened, data, "Drop one model, one data set, or one of each.");
    }
    var kind = opened.map(FileKind::of);
    if (kind.isPresent() && kind.get() != FileKind.MODEL && data.isPresent()) {
      return new Drop(
          opened, data, "Drop the %s alone: it names its data.".formatted(kind.get().word()));
    }
    if (opened.isEmpty() && !modelAtHand) {
      return new Drop(opened, data, "This is a data set: open a model for it first.");
    }
    return new Drop(opened, data, "");
  }

  /** In words, before it happens. */
  String words() {
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    String model = opened.map(file -> FileKind.of(file).word() + " " + name(file)).orElse("");
    String set = data.map(file -> "data set " + name(file)).orElse("");
    return "Open "
        + String.join(" with ", List.of(model, set).stream().filter(w -> !w.isEmpty()).toList());
  }

  private static boolean isData(Path file) {
    return FileKind.of(file) == FileKind.DATA;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
