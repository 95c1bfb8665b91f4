/** The program: Main decides between the window and the command line. May use cli and gui. */
@NullMarked
package org.weighbridge;

import org.jspecify.annotations.NullMarked;
