/** The panel of the optimizer: objective, progress, proposal. */
@NullMarked
package org.weighbridge.gui.optimize;

import org.jspecify.annotations.NullMarked;
