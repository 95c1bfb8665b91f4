/**
 * The verbs of the command line, one class each: they read options, call the rooms below and say
 * what came of it.
 */
@NullMarked
package org.weighbridge.cli.verb;

import org.jspecify.annotations.NullMarked;
