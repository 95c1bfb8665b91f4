/**
 * Labelled samples, their preprocessing and splits, one reader per format. Start at DataSets. May
 * use tensor, its own digits, and Gson for sidecars.
 */
@NullMarked
package org.weighbridge.dataset;

import org.jspecify.annotations.NullMarked;
