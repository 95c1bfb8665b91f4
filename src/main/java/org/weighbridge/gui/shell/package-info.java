/**
 * The window itself: its frame, actions with accelerators, dialogs, status bar, what is dropped on
 * it.
 */
@NullMarked
package org.weighbridge.gui.shell;

import org.jspecify.annotations.NullMarked;
