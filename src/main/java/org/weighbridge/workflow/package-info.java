/**
 * The steps of the method as values, and the bench that carries them out: what the command line,
 * recipes and other programs share. Begin at Workbench; Material is what steps work on, the sealed
 * Operator names them. May use report and training and what these use; no terminal, no window.
 */
@NullMarked
package org.weighbridge.workflow;

import org.jspecify.annotations.NullMarked;
