/**
 * What stands in the window while nothing is open: samples, recent files, a session to go on with.
 */
@NullMarked
package org.weighbridge.gui.welcome;

import org.jspecify.annotations.NullMarked;
