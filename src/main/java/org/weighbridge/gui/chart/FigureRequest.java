package org.weighbridge.gui.chart;

import javafx.event.Event;
import javafx.event.EventType;

/**
 * Asks for a figure as files, as an image or as data. It travels up the scene to the frame, which
 * knows the user's folders and the clipboard; nothing happens where there is no frame.
 */
public final class FigureRequest extends Event {
  public static final EventType<FigureRequest> TYPE = new EventType<>(Event.ANY, "FIGURE_REQUEST");

  private static final long serialVersionUID = 1;

  private final Wish wish;
  private final transient CardFigure figure;

  /** What is to become of the figure. */
  public enum Wish {
    /** Files for paper, in a folder that the user chooses. */
    EXPORT,
    /** An image on the clipboard. */
    COPY_IMAGE,
    /** Its numbers on the clipboard, as comma-separated values. */
    COPY_DATA
  }

  public FigureRequest(Wish wish, CardFigure figure) {
    super(TYPE);
    this.wish = wish;
    this.figure = figure;
  }

  public Wish wish() {
    return wish;
  }

  public CardFigure figure() {
    return figure;
  }
}
