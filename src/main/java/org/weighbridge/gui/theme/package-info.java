/**
 * The look of the window: colours, fonts, icons. Start at Theme. Uses JavaFX and AtlantaFX only.
 */
@NullMarked
package org.weighbridge.gui.theme;

import org.jspecify.annotations.NullMarked;
