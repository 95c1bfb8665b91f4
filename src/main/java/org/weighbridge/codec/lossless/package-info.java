/**
 * Lossless back ends and the race between them: the only place that knows zstd. May use codec and
 * job.
 */
@NullMarked
package org.weighbridge.codec.lossless;

import org.jspecify.annotations.NullMarked;
