package org.weighbridge.network.io;

/**
 * Which external data is mapped into memory and which is read. A mapped file must not become
 * shorter while it is in use; one that was read may do what it likes. But reading takes heap, twice
 * the data once all layers were looked at.
 *
 * @param mostRead bytes; of a model with more external data than these, large tensors are mapped
 * @param leastMapped elements; smaller tensors are read at any rate
 */
record Mapping(long mostRead, long leastMapped) {
  private static final long MOST_READ = 512L << 20;
  private static final long LEAST_MAPPED = 1 << 16;

  /** At most an eighth of the heap is read, and never more than 512 MB. */
  static Mapping usual() {
    long most = Math.min(MOST_READ, Runtime.getRuntime().maxMemory() / 8);
    return new Mapping(most, LEAST_MAPPED);
  }
}
