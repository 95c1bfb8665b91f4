/** The charts of whole configurations: predicted against measured loss, and size against loss. */
@NullMarked
package org.weighbridge.gui.tradeoff;

import org.jspecify.annotations.NullMarked;
