/** Labelled samples, their preprocessing and splits, one reader per format. May use tensor. */
@NullMarked
package org.weighbridge.dataset;

import org.jspecify.annotations.NullMarked;
