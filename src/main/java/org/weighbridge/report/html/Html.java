package org.weighbridge.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is XML at the same time. Whatever is text is escaped, whatever was opened has to
 * be closed in its turn.
 */
public final class Html {
  private final StringBuilder text = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  public Html open(String tag, String... attributes) {
    start(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  public Html close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content, such as {@code meta}. */
  public Html empty(String tag, String... attributes) {
    start(tag, attributes).append("/>");
    return this;
  }

  /** An element with text and nothing else. */
  public Html element(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close();
  }

  public Html text(String content) {
    escape(content);
    return this;
  }

  /** A new line of the source. */
  public Html line() {
    text.append('\n');
    return this;
  }

  /** Markup that is well-formed already: a picture as SVG, a style sheet without {@code <&}. */
  public Html markup(String markup) {
    text.append(markup);
    return this;
  }

  private StringBuilder start(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      text.append('"');
    }
    return text;
  }

  private void escape(String content) {
    content
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(allowed(c) ? c : '\ufffd');
              }
            });
  }

  /** Whether XML has a character at all. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe)
        || c >= 0x10000;
  }

  /** The whole page; everything that was opened is closed by now. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return text + "\n";
  }
}
