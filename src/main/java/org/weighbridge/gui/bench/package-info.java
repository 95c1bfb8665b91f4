/**
 * The window used by a program that measures it: see {@code benchmark.window}. Uses the shell's
 * desk and looks at what is on it as a user does, by the scene.
 */
@NullMarked
package org.weighbridge.gui.bench;

import org.jspecify.annotations.NullMarked;
