/**
 * Whole files written atomically, and where the program and a user's own files are. May use fault.
 */
@NullMarked
package org.weighbridge.file;

import org.jspecify.annotations.NullMarked;
