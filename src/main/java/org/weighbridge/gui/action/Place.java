package org.weighbridge.gui.action;

/** Where an action stands: a group of a menu. Menus show their groups in this order. */
public enum Place {
  OPEN("File"),
  SESSION("File"),
  EXPORT("File"),
  QUIT("File"),
  HISTORY("Edit"),
  CHOICES("Edit"),
  COPY("Edit"),
  WORK("Run"),
  RUNS("Run"),
  CANCEL("Run"),
  LAYERS("View"),
  PARTS("View"),
  PICTURES("View"),
  THEME("View"),
  HELP("Help");

  private final String menu;

  Place(String menu) {
    this.menu = menu;
  }

  /** The menu's title. */
  public String menu() {
    return menu;
  }
}
