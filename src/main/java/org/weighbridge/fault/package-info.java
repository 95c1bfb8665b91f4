/** The one exception whose sentence the user reads. Uses nothing. */
@NullMarked
package org.weighbridge.fault;

import org.jspecify.annotations.NullMarked;
