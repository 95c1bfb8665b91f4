package org.weighbridge.gui.chart;

import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;

/**
 * Asks for a file to be written. It travels up the scene to the frame, which knows how to ask the
 * user where; nothing happens where there is no frame.
 */
public final class SaveRequest extends Event {
  public static final EventType<SaveRequest> TYPE = new EventType<>(Event.ANY, "SAVE_REQUEST");

  private static final long serialVersionUID = 1;

  private final transient String suggestion;
  private final transient String kind;
  private final transient Supplier<byte[]> content;

  /**
   * A wish for a file.
   *
   * @param suggestion its name
   * @param kind what it is, for people
   * @param content makes its bytes, away from the window's thread
   */
  public SaveRequest(String suggestion, String kind, Supplier<byte[]> content) {
    super(TYPE);
    this.suggestion = suggestion;
    this.kind = kind;
    this.content = content;
  }

  public String suggestion() {
    return suggestion;
  }

  public String kind() {
    return kind;
  }

  public byte[] content() {
    return content.get();
  }
}
