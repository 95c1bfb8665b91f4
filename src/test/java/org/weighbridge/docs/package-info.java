/** Holds what is written about the program to the program: may use everything. */
@NullMarked
package org.weighbridge.docs;

import org.jspecify.annotations.NullMarked;
