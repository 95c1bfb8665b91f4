package org.weighbridge.gui.shell;

import static org.weighbridge.gui.action.Place.EXPORT;
import static org.weighbridge.gui.action.Place.OPEN;
import static org.weighbridge.gui.action.Place.QUIT;
import static org.weighbridge.gui.action.Place.SESSION;

import java.util.List;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.theme.Icons;

/** What reads and writes files. */
final class FileMenu {
  private FileMenu() {}

  static List<Action> actions(FileActions files, Needs needs, Runnable quit) {
    return List.of(
        Action.of("open", OPEN, "Open…", "Shortcut+O", files::open).icon(Icons.OPEN),
        Action.of("data", OPEN, "Open data…", "Shortcut+D", files::openData)
            .icon(Icons.DATA)
            .obstacle(needs.model()),
        Action.of("save-session", SESSION, "Save session", "Shortcut+S", files::saveSession)
            .icon(Icons.SAVE)
            .obstacle(needs.model()),
        Action.of(
                "save-session-as",
                SESSION,
                "Save session as…",
                "Shortcut+Shift+S",
                files::saveSessionAs)
            .obstacle(needs.model()),
        Action.of(
                "resume", SESSION, "Continue where you left off", "Shortcut+Shift+O", files::resume)
            .obstacle(files.nothingLeft()),
        Action.of("export", EXPORT, "Export model…", "Shortcut+E", files::exportEncoded)
            .icon(Icons.EXPORT)
            .obstacle(needs.model()),
        Action.of(
                "export-onnx",
                EXPORT,
                "Export decoded ONNX…",
                "Shortcut+Shift+E",
                files::exportDecoded)
            .obstacle(needs.model()),
        Action.of("save", EXPORT, "Save model as…", "Shortcut+M", files::saveModel)
            .obstacle(needs.model()),
        Action.of("report", EXPORT, "Report…", "Shortcut+P", files::report)
            .icon(Icons.REPORT)
            .obstacle(needs.model()),
        Action.of("decode", EXPORT, "Decode a .wbz file…", "Shortcut+Shift+D", files::decode),
        Action.of("quit", QUIT, "Quit", "Shortcut+Q", quit));
  }
}
