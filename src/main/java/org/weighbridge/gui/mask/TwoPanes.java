package org.weighbridge.gui.mask;

import javafx.scene.layout.Pane;

/** One picture, or two of the same size: side by side where that is wider than high. */
final class TwoPanes extends Pane {
  private static final double GAP = 6;

  private final Camera camera;
  private final MaskCanvas first;
  private final MaskCanvas second;

  TwoPanes(Camera camera, MaskCanvas first, MaskCanvas second) {
    super(first, second);
    this.camera = camera;
    this.first = first;
    this.second = second;
    setMinSize(0, 0);
    setTwo(false);
  }

  void setTwo(boolean two) {
    second.setVisible(two);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean two = second.isVisible();
    boolean beside = two && width > height;
    double across = beside ? Math.floor((width - GAP) / 2) : width;
    double down = two && !beside ? Math.floor((height - GAP) / 2) : height;
    camera.resize(across, down);
    first.resizeRelocate(0, 0, across, down);
    if (two) {
      second.resizeRelocate(beside ? across + GAP : 0, beside ? 0 : down + GAP, across, down);
    }
  }
}
