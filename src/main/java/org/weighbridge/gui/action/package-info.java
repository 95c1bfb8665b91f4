/**
 * What the user can have done, wherever it stands: menu, toolbar, keyboard, palette. A part of the
 * window that has actions of its own makes a list of {@link org.weighbridge.gui.action.Action} and
 * the frame adds them to {@link org.weighbridge.gui.action.Actions}. Uses JavaFX and the theme's
 * icons.
 */
@NullMarked
package org.weighbridge.gui.action;

import org.jspecify.annotations.NullMarked;
