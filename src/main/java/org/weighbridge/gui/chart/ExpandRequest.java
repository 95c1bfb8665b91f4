package org.weighbridge.gui.chart;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/**
 * Asks for all the room of the centre for one part, or for its return to where it was. It travels
 * up the scene to whoever has that room to give: {@link ChartGrid}.
 */
public final class ExpandRequest extends Event {
  public static final EventType<ExpandRequest> TYPE = new EventType<>(Event.ANY, "EXPAND_REQUEST");

  private static final long serialVersionUID = 1;

  private final transient Node part;

  /** Of this part; fire it at the part. */
  public ExpandRequest(Node part) {
    super(TYPE);
    this.part = part;
  }

  /** What wants the room. */
  public Node part() {
    return part;
  }
}
