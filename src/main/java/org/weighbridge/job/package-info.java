/** Long work: progress, cancelling, the one pool of threads. Uses nothing. */
@NullMarked
package org.weighbridge.job;

import org.jspecify.annotations.NullMarked;
