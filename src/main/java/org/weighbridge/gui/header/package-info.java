/** The card that says what is open. */
@NullMarked
package org.weighbridge.gui.header;

import org.jspecify.annotations.NullMarked;
