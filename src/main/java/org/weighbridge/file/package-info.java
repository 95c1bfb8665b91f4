/** Whole files written atomically. May use fault. */
@NullMarked
package org.weighbridge.file;

import org.jspecify.annotations.NullMarked;
