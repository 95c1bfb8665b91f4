/**
 * What codecs cost on this machine, beside the limits of entropy and a yardstick everybody knows.
 * And what evaluations cost that compute only what changed, beside those of the whole network.
 * Start at LayerBenchmark and EvaluationBenchmark. May use codec, inference and job; zstd for the
 * yardstick.
 */
@NullMarked
package org.weighbridge.benchmark;

import org.jspecify.annotations.NullMarked;
