package org.weighbridge.report.html;

import java.util.List;

/**
 * A figure within a page.
 *
 * @param name of its files
 * @param caption below it, in sentences
 * @param pictures as markup, the widest first: of several the page shows the one that fits
 * @param files of the figure, without folders
 */
public record PageFigure(String name, String caption, List<String> pictures, List<String> files) {
  public PageFigure {
    pictures = List.copyOf(pictures);
    files = List.copyOf(files);
  }

  /**
   * Adds the figure.
   *
   * @param title that the caption begins with, such as {@code Figure 2}
   * @param folder of its files, as the page sees it
   */
  public void add(Html html, String title, String folder) {
    boolean wide = pictures.size() > 1;
    html.open("figure", "id", "figure-" + name, "class", wide ? "wide" : "narrow");
    for (int i = 0; i < pictures.size(); i++) {
      String shown = !wide ? "picture" : i == 0 ? "picture on-wide" : "picture on-narrow";
      html.open("div", "class", shown).markup(pictures.get(i)).close().line();
    }
    html.open("figcaption").element("b", title).text(". " + caption + " ");
    html.open("span", "class", "files");
    html.text("Files:");
    for (String file : files) {
      html.text(" ").element("a", file.substring(name.length() + 1), "href", folder + "/" + file);
    }
    html.close().close().close().line();
  }
}
