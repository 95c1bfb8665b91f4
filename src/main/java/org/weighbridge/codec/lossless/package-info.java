/**
 * Lossless back ends and the race between them: the only place that knows zstd. May use codec,
 * codec.mixing and job.
 */
@NullMarked
package org.weighbridge.codec.lossless;

import org.jspecify.annotations.NullMarked;
