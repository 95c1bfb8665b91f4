/**
 * The look of the window: colours, fonts, icons. Start at Theme. Uses JavaFX, AtlantaFX and the
 * figures' font.
 */
@NullMarked
package org.weighbridge.gui.theme;

import org.jspecify.annotations.NullMarked;
