/** The panel of coding options: method, effort, and what becomes of small weights and tensors. */
@NullMarked
package org.weighbridge.gui.coding;

import org.jspecify.annotations.NullMarked;
