package org.weighbridge.figure;

/**
 * A figure: data, axes and marks, independent of any toolkit and of the format it is written in.
 */
public sealed interface Figure
    permits XyFigure,
        PanelFigure,
        HistogramFigure,
        StackedBarFigure,
        ParallelFigure,
        ImageFigure,
        TableFigure {
  /** What the figure is called. */
  Caption caption();

  /** The numbers that are drawn, in full precision. */
  DataTable data();
}
