/**
 * The session at hand as a file: saved, opened, and kept by itself so that nothing is lost. Without
 * controls.
 */
@NullMarked
package org.weighbridge.gui.session;

import org.jspecify.annotations.NullMarked;
