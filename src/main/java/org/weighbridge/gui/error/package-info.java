/**
 * What coding does to single weights: errors of the selected layer as histograms and as decoded
 * against original weights, beside those of the pinned run or of another coder.
 */
@NullMarked
package org.weighbridge.gui.error;

import org.jspecify.annotations.NullMarked;
