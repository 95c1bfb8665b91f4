package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;

/** The keys of a step that is being written. Mutable. */
final class Written {
  private final boolean complete;
  private final List<Entry> entries = new ArrayList<>();

  /** With every value, or without the usual ones. */
  Written(boolean complete) {
    this.complete = complete;
  }

  boolean complete() {
    return complete;
  }

  /** Writes a value whatever it is. */
  <V> void put(Key<V> key, V value) {
    entries.add(new Entry(Kind.text(key.name()), key.kind().write(value)));
  }

  /** Writes a value, unless it is the usual one and those are left out. */
  <V> void put(Key<V> key, V value, V usual) {
    if (complete || !value.equals(usual)) {
      put(key, value);
    }
  }

  /** Writes a value that is there. */
  <V> void put(Key<V> key, Optional<V> value) {
    value.ifPresent(there -> put(key, there));
  }

  Entries entries() {
    return new Entries(entries, Kind.NOWHERE);
  }
}
