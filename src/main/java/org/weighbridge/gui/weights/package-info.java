/** The weights of the selected layer: their mask and their histogram. */
@NullMarked
package org.weighbridge.gui.weights;

import org.jspecify.annotations.NullMarked;
