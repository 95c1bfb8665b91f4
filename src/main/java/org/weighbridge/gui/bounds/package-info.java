/** The panel of error bounds: one slider per layer, predicted and measured loss. */
@NullMarked
package org.weighbridge.gui.bounds;

import org.jspecify.annotations.NullMarked;
