/**
 * Pictures of the window in the states that a user meets, taken without a display. May use all of
 * the window.
 */
@NullMarked
package org.weighbridge.gui.screenshot;

import org.jspecify.annotations.NullMarked;
