/** The table of the network's layers. */
@NullMarked
package org.weighbridge.gui.layers;

import org.jspecify.annotations.NullMarked;
