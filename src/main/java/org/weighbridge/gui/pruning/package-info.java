/** The panel of magnitude pruning. */
@NullMarked
package org.weighbridge.gui.pruning;

import org.jspecify.annotations.NullMarked;
