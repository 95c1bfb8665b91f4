/**
 * The command line: one class per verb in {@code verb}, the option groups they share in {@code
 * options}, streams and progress in {@code terminal}. Start at CommandLineFace. May use everything
 * but gui.
 */
@NullMarked
package org.weighbridge.cli;

import org.jspecify.annotations.NullMarked;
