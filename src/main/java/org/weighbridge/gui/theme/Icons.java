package org.weighbridge.gui.theme;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/**
 * Line icons on a grid of 16 by 16, drawn in the colour of the text around them (style class {@code
 * icon}).
 */
public enum Icons {
  OPEN("M1.5 13.5V3.5h4l1.5 2h6v2M1.5 13.5h11l2-6h-11z"),
  SAVE("M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5.5v-4M5 13.5v-4h6v4"),
  UNDO("M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3"),
  REDO("M10.5 2.5l3 3-3 3M13.5 5.5h-7a4 4 0 0 0 0 8h3"),
  PLAY("M4.5 2.5v11l9-5.5z"),
  STOP("M3.5 3.5h9v9h-9z"),
  EXPORT("M8 10.5v-9M4.5 5 8 1.5 11.5 5M2.5 9.5v4h11v-4"),
  IMPORT("M8 1.5v9M4.5 7 8 10.5 11.5 7M2.5 9.5v4h11v-4"),
  REPORT("M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 11.5v-2M8 11.5v-5M10.5 11.5v-3"),
  SUN(
      "M8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3"
          + " 13l1-1M12 4l1-1"),
  MOON("M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z"),
  LOCK("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"),
  UNLOCK("M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1"),
  LINK("M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5 7.5 13a2.8 2.8 0 0 1-4-4L5 7.5"),
  EXPAND("M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5 7 9"),
  MORE(dot(3) + dot(8) + dot(13)),
  COPY("M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1"),
  IMAGE("M2.5 3.5h11v9h-11zM2.5 11l3.5-3.5 3 3 2-2 2.5 2.5M10.5 6h.01"),
  RECIPE("M3.5 1.5h9v13h-9zM6 4.5h4M5.5 7.5h1M8 7.5h2.5M5.5 10h1M8 10h2.5M5.5 12.5h1M8 12.5h2.5"),
  TABLE("M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9"),
  PIN("M8 2.5 12.5 8 8 13.5 3.5 8z"),
  WARNING("M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.9v.1"),
  ERROR("M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"),
  INFO("M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 7.5v3.5M8 5v.1"),
  CHECK("M2.5 8.5l3.5 3.5 7.5-8"),
  CLOSE("M3.5 3.5l9 9M12.5 3.5l-9 9"),
  SEARCH("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M10.3 10.3l3.7 3.7"),
  FIT("M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5.5 5.5h5v5h-5z"),
  COMPARE("M2.5 3.5h4.5v9h-4.5zM9 3.5h4.5v9H9z"),
  PLUS("M8 2.5v11M2.5 8h11"),
  MINUS("M2.5 8h11"),
  LAYERS("M8 2 1.5 5.5 8 9l6.5-3.5zM1.5 8.5 8 12l6.5-3.5M1.5 11.5 8 15l6.5-3.5"),
  PRUNE(
      "M4 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4M12 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4M5 10.3 11 2M11 10.3 5 2"),
  ASSESS("M2.5 2.5v11h11M4.5 5.5c4 0 5 .5 8.5 6"),
  OPTIMIZE("M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M8 8h.01"),
  DATA(
      "M8 2c-3 0-5 .9-5 2s2 2 5 2 5-.9 5-2-2-2-5-2M3 4v8c0 1.1 2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2 2 5 2s5-.9 5-2"),
  TRASH("M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.5 9h7l.5-9"),
  SETTINGS("M2 4.5h6M11 4.5h3M9.5 3v3M2 11.5h2M7 11.5h7M5.5 10v3");

  private final String path;

  Icons(String path) {
    this.path = path;
  }

  /** A new node of 16 by 16 pixels, for the graphic of a button or label. */
  public Node node() {
    var shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("icon");
    // the frame keeps icons of different extent on the same grid
    shape.setManaged(false);
    var frame = new StackPane(shape);
    frame.setMinSize(16, 16);
    frame.setPrefSize(16, 16);
    frame.setMaxSize(16, 16);
    frame.setMouseTransparent(true);
    return frame;
  }

  private static String dot(int x) {
    return "M" + x + " 7.6a.4.4 0 1 0 0 .8a.4.4 0 1 0 0-.8z";
  }

  String path() {
    return path;
  }
}
