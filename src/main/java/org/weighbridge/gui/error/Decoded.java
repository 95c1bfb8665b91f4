package org.weighbridge.gui.error;

/** What became of a weight, by its place in the layer. */
@FunctionalInterface
interface Decoded {
  float at(int index);
}
