package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.weighbridge.gui.workbench.Workbench;

/** What is dropped on the window is opened: models and data, told apart by their content. */
final class FileDrop {
  private FileDrop() {}

  static void on(Scene scene, Workbench workbench) {
    scene.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragDropped(event -> dropped(event, workbench));
  }

  private static void dropped(DragEvent event, Workbench workbench) {
    var files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    for (var file : files) {
      open(file.toPath(), workbench);
    }
  }

  static void open(Path file, Workbench workbench) {
    switch (FileKind.of(file)) {
      case MODEL -> workbench.openModel(file, Optional.empty());
      case DATA -> workbench.openData(file.toString());
    }
  }
}
