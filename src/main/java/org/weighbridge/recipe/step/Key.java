package org.weighbridge.recipe.step;

/**
 * A key of a step: the one description that reading, writing and the documentation share.
 *
 * @param kind of its values
 * @param usual what holds where the key is left out, for people
 * @param words what it is for
 */
record Key<V>(String name, Kind<V> kind, String usual, String words) {
  /** A key whose usual value is known. */
  static <V> Key<V> of(String name, Kind<V> kind, V usual, String words) {
    return new Key<>(name, kind, kind.write(usual).flow(), words);
  }

  /** A key that may be left out. */
  static <V> Key<V> optional(String name, Kind<V> kind, String words) {
    return new Key<>(name, kind, "", words);
  }
}
