/**
 * What codecs cost on this machine, beside the limits of entropy and a yardstick everybody knows.
 * Start at LayerBenchmark. May use codec and job; zstd for the yardstick.
 */
@NullMarked
package org.weighbridge.benchmark;

import org.jspecify.annotations.NullMarked;
