/**
 * Adaptive arithmetic coding by context mixing, and what contexts are made of: periods, levels,
 * stripes. May use codec and job.
 */
@NullMarked
package org.weighbridge.codec.mixing;

import org.jspecify.annotations.NullMarked;
