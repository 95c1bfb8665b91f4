package org.weighbridge.benchmark.window;

/**
 * What the process holds, after a collection of garbage.
 *
 * @param heap used bytes of the Java heap
 * @param resident bytes of the process in memory; negative where the system does not say
 * @param sessions open sessions of ONNX Runtime
 * @param tensors bytes of tensors outside the heap
 */
public record Held(long heap, long resident, int sessions, long tensors) {}
