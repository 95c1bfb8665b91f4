package org.weighbridge.gui.shell;

import org.weighbridge.gui.workbench.Workbench;

/** Moves the selection from layer to layer, round the ends. */
final class LayerSteps {
  private final Workbench workbench;

  LayerSteps(Workbench workbench) {
    this.workbench = workbench;
  }

  void step(int by) {
    var subject = workbench.subject().get();
    if (subject == null || subject.layers().isEmpty()) {
      return;
    }
    var layers = subject.layers().stream().map(layer -> layer.id()).toList();
    int now = layers.indexOf(workbench.selected().get());
    int next = now < 0 ? 0 : Math.floorMod(now + by, layers.size());
    workbench.selected().set(layers.get(next));
  }
}
