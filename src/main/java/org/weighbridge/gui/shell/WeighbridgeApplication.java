package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.weighbridge.gui.theme.Theme;

/** The program as JavaFX starts it. Arguments: a model file, and {@code --data=WHERE}. */
public final class WeighbridgeApplication extends Application {
  @Override
  public void start(Stage stage) {
    var desk = new Desk(Platform::runLater, new FileDialogs(stage), Theme.SYSTEM, stage::close);
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> desk.notices().failed(failure));
    stage.setTitle("Weighbridge");
    stage.setMinWidth(1000);
    stage.setMinHeight(640);
    stage.setScene(desk.scene());
    stage.show();
    var arguments = getParameters();
    desk.open(
        arguments.getUnnamed().stream().findFirst().map(Path::of),
        Optional.ofNullable(arguments.getNamed().get("data")));
  }
}
