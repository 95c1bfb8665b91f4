/** What a click on a part of the window shows beside it: the details that have no room there. */
@NullMarked
package org.weighbridge.gui.details;

import org.jspecify.annotations.NullMarked;
