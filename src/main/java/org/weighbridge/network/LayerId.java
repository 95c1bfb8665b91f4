package org.weighbridge.network;

/**
 * Names a compressible layer by its weight tensor, such as {@code fc1.weight}, or a small tensor:
 * unique within a network, stored in files, typed by users.
 */
public record LayerId(String name) implements Comparable<LayerId> {
  @Override
  public int compareTo(LayerId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
