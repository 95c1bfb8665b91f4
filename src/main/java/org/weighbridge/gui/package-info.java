/**
 * The window: the only room that knows JavaFX. One package per part of the screen, each a view, its
 * FXML and a view-model; start at WindowLauncher and {@code workbench.Workbench}. May use every
 * other room.
 */
@NullMarked
package org.weighbridge.gui;

import org.jspecify.annotations.NullMarked;
