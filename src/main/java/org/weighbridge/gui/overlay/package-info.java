/** What stands over the window for a moment without stopping it. Uses JavaFX. */
@NullMarked
package org.weighbridge.gui.overlay;

import org.jspecify.annotations.NullMarked;
