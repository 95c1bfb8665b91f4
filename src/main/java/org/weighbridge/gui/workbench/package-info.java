/**
 * What the window works on, without any control: the open network, its data, the one current
 * configuration, what was assessed, predicted and measured. Start at Workbench. Uses the properties
 * of JavaFX only, so that tests need no toolkit.
 */
@NullMarked
package org.weighbridge.gui.workbench;

import org.jspecify.annotations.NullMarked;
