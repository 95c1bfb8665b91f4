/** One sentence to the user, in a bar of the window that blocks nothing. */
@NullMarked
package org.weighbridge.gui.notice;

import org.jspecify.annotations.NullMarked;
