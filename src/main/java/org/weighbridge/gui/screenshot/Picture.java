package org.weighbridge.gui.screenshot;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.gui.chart.Png;

/** A node as PNG. */
final class Picture {
  private Picture() {}

  static void write(Node node, double scale, Path png) {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    var image = node.snapshot(parameters, null);
    AtomicFile.write(png, out -> out.write(Png.of(image)));
  }
}
