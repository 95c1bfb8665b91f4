/** Fields for numbers. */
@NullMarked
package org.weighbridge.gui.input;

import org.jspecify.annotations.NullMarked;
