/**
 * The picture of which weights are kept, from the whole layer down to single weights. Start at
 * MaskView. Uses tensor, figure, job, gui.theme and JavaFX.
 */
@NullMarked
package org.weighbridge.gui.mask;

import org.jspecify.annotations.NullMarked;
