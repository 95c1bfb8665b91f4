package org.weighbridge.codec;

import java.util.EnumMap;
import java.util.Map;

/** Where the bytes of an encoded layer go. The parts add up to the encoded size. */
public record Breakdown(Map<Part, Long> bytes) {
  /** A use of bytes. */
  public enum Part {
    /** Positions of kept weights. */
    INDEX,
    /** Codes of the kept weights. */
    VALUES,
    /** Weights stored exactly because no bin holds them (SZ: unpredictable values). */
    OUTLIERS,
    /** Code tables, codebooks. */
    TABLES,
    /** Parameters and lengths. */
    HEADER
  }

  public Breakdown {
    var copy = new EnumMap<Part, Long>(Part.class);
    for (Part part : Part.values()) {
      copy.put(part, bytes.getOrDefault(part, 0L));
    }
    bytes = java.util.Collections.unmodifiableMap(copy);
  }

  public long of(Part part) {
    return bytes.getOrDefault(part, 0L);
  }

  public long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
