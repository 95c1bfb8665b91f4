/**
 * What the program said and did, with time and level. Reads {@code gui.notice} and {@code gui.job}.
 */
@NullMarked
package org.weighbridge.gui.log;

import org.jspecify.annotations.NullMarked;
