package org.weighbridge.figure;

/**
 * A figure: data, axes and marks, independent of any toolkit and of the format it is written in.
 */
public sealed interface Figure permits XyFigure, HistogramFigure, StackedBarFigure, ImageFigure {
  /** What stands above the figure; empty for none, as in a paper where the caption says it. */
  String title();

  /** The numbers that are drawn, in full precision. */
  DataTable data();
}
