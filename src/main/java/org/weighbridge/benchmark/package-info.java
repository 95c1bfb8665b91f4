/**
 * What codecs cost on this machine, beside the limits of entropy and a yardstick everybody knows.
 * And what evaluations cost that compute only what changed, beside those of the whole network. And
 * what the gradients of training cost. Start at LayerBenchmark, EvaluationBenchmark and
 * TrainingBenchmark. May use codec, inference, training and job; zstd for the yardstick.
 */
@NullMarked
package org.weighbridge.benchmark;

import org.jspecify.annotations.NullMarked;
