package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.user.UserFiles;

/** The program as JavaFX starts it. Arguments: a model file, and {@code --data=WHERE}. */
public final class WeighbridgeApplication extends Application {
  private @Nullable Desk desk;

  @Override
  public void start(Stage stage) {
    var dialogs = new FileDialogs(stage, address -> getHostServices().showDocument(address));
    var desk = new Desk(Platform::runLater, dialogs, UserFiles.ofUser(), stage::close);
    this.desk = desk;
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> desk.notices().failed(failure));
    stage.setTitle("Weighbridge");
    stage.setMinWidth(1000);
    stage.setMinHeight(640);
    stage.setScene(desk.scene());
    stage.show();
    FirstFrames.noteIfWanted(stage, desk);
    FirstFrame.then(() -> begin(desk));
  }

  /** What is not seen first waits until the window is. */
  private void begin(Desk desk) {
    desk.furnish();
    var arguments = getParameters();
    var model = arguments.getUnnamed().stream().findFirst().map(Path::of);
    var data = Optional.ofNullable(arguments.getNamed().get("data"));
    if (model.isPresent() || data.isPresent()) {
      desk.open(model, data);
    }
  }

  @Override
  public void stop() {
    if (desk != null) {
      desk.close();
    }
  }
}
