/**
 * The bottom of the window: what was tried, as tabs. Puts {@code gui.runs}, {@code gui.jobs} and
 * {@code gui.log} side by side.
 */
@NullMarked
package org.weighbridge.gui.tried;

import org.jspecify.annotations.NullMarked;
