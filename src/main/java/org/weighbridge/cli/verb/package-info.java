/**
 * The verbs of the command line, one class each: they read options, call the rooms below and say
 * what came of it. May use every room but gui.
 */
@NullMarked
package org.weighbridge.cli.verb;

import org.jspecify.annotations.NullMarked;
