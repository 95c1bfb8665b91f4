/**
 * Long work off the window's thread, with progress, cancelling and answers on the window's thread.
 * Uses the properties of JavaFX but none of its controls.
 */
@NullMarked
package org.weighbridge.gui.job;

import org.jspecify.annotations.NullMarked;
