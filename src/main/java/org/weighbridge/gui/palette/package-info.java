/**
 * The command palette: everything that can be done, found by a few letters of its name. Uses the
 * actions and what the frame offers besides: layers, samples, recent files.
 */
@NullMarked
package org.weighbridge.gui.palette;

import org.jspecify.annotations.NullMarked;
