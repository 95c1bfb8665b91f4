/** The card of where the bytes of the encoded layers go. */
@NullMarked
package org.weighbridge.gui.bytes;

import org.jspecify.annotations.NullMarked;
