/** The card of accuracy against error bound. */
@NullMarked
package org.weighbridge.gui.curves;

import org.jspecify.annotations.NullMarked;
