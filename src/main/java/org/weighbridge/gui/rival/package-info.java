/**
 * What stands beside the current coding of a layer: names of codings with what they are set to, and
 * the menu that chooses one for all cards.
 */
@NullMarked
package org.weighbridge.gui.rival;

import org.jspecify.annotations.NullMarked;
