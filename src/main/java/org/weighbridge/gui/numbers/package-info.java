/** The six numbers that a configuration comes down to. */
@NullMarked
package org.weighbridge.gui.numbers;

import org.jspecify.annotations.NullMarked;
