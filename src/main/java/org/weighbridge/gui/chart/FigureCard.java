package org.weighbridge.gui.chart;

import java.util.Optional;

/** A part of the window that can be exported and copied as a figure; a node. */
public interface FigureCard {
  /** What it shows now; empty while it shows nothing. */
  Optional<CardFigure> figure();
}
