package org.weighbridge.gui.fxml;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;

/** A view is a node that fills itself from the FXML file named like its class. */
public final class Fxml {
  private Fxml() {}

  /**
   * Loads {@code Name.fxml} from the package of {@code view} with the view as root and controller.
   */
  public static void fill(Node view) {
    Class<?> type = view.getClass();
    var loader = new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"));
    loader.setRoot(view);
    loader.setController(view);
    loader.setClassLoader(type.getClassLoader());
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: " + type.getSimpleName(), e);
    }
  }
}
