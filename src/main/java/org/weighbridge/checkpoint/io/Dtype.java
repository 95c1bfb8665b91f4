package org.weighbridge.checkpoint.io;

import java.util.Map;
import org.weighbridge.checkpoint.ElementType;

/** The element types of safetensors by their names there (safetensors, tensor.rs, Dtype). */
final class Dtype {
  private static final Map<String, Integer> BITS =
      Map.ofEntries(
          Map.entry("BOOL", 8),
          Map.entry("F4", 4),
          Map.entry("F6_E2M3", 6),
          Map.entry("F6_E3M2", 6),
          Map.entry("U8", 8),
          Map.entry("I8", 8),
          Map.entry("F8_E5M2", 8),
          Map.entry("F8_E4M3", 8),
          Map.entry("F8_E8M0", 8),
          Map.entry("F8_E5M2FNUZ", 8),
          Map.entry("F8_E4M3FNUZ", 8),
          Map.entry("I16", 16),
          Map.entry("U16", 16),
          Map.entry("F16", 16),
          Map.entry("BF16", 16),
          Map.entry("I32", 32),
          Map.entry("U32", 32),
          Map.entry("F32", 32),
          Map.entry("C64", 64),
          Map.entry("F64", 64),
          Map.entry("I64", 64),
          Map.entry("U64", 64));

  private Dtype() {}

  /** Whether this can be the name of a type, known or younger than this table. */
  static boolean plausible(String name) {
    return name.matches("[A-Z][A-Z0-9_]{0,31}");
  }

  /** Bits per element; 0 where the type is unknown. */
  static int bits(String name) {
    return BITS.getOrDefault(name, 0);
  }

  static ElementType type(String name) {
    return switch (name) {
      case "F32" -> ElementType.FLOAT32;
      case "F16" -> ElementType.FLOAT16;
      case "BF16" -> ElementType.BFLOAT16;
      default -> ElementType.OTHER;
    };
  }
}
