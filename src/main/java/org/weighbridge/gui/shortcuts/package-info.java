/** The page of keyboard shortcuts, made of the list of actions. Uses the actions. */
@NullMarked
package org.weighbridge.gui.shortcuts;

import org.jspecify.annotations.NullMarked;
