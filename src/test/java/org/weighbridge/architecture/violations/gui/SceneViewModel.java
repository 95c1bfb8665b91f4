package org.weighbridge.architecture.violations.gui;

/** A view model that knows its controls. */
final class SceneViewModel {
  javafx.scene.Node node;
}
