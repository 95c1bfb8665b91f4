package org.weighbridge.gui.shell;

import java.io.File;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** What is dropped on the window is opened; while it is over the window, that says so. */
final class FileDrop {
  private final DropHint hint;
  private final BooleanSupplier modelAtHand;
  private final Opener opener;

  private FileDrop(DropHint hint, BooleanSupplier modelAtHand, Opener opener) {
    this.hint = hint;
    this.modelAtHand = modelAtHand;
    this.opener = opener;
  }

  static void on(Scene scene, DropHint hint, BooleanSupplier modelAtHand, Opener opener) {
    var drop = new FileDrop(hint, modelAtHand, opener);
    scene.setOnDragEntered(drop::entered);
    scene.setOnDragOver(drop::over);
    scene.setOnDragExited(event -> hint.hide());
    scene.setOnDragDropped(drop::dropped);
  }

  private void entered(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      hint.show(drop(event).words());
    }
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    hint.hide();
    event.setDropCompleted(event.getDragboard().hasFiles());
    event.consume();
    opener.open(drop(event));
  }

  private Drop drop(DragEvent event) {
    var files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    return Drop.of(files, modelAtHand.getAsBoolean());
  }
}
