package org.weighbridge.inference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.sparse.SampleBlocks;

/**
 * Activations rearranged for sparse products, group by group of batches, kept as far as memory
 * allows. Layers not used for longest give way.
 */
final class SampleBlockCache {
  private static final long MOST = 128L << 20;

  private final MemoryBudget budget =
      new MemoryBudget(Math.min(MOST, Runtime.getRuntime().maxMemory() / 8));
  private final Map<Activations.Key, Map<Integer, SampleBlocks>> kept =
      new LinkedHashMap<>(16, 0.75f, true);

  Optional<SampleBlocks> get(Activations.Key key, int group) {
    return Optional.ofNullable(kept.getOrDefault(key, Map.of()).get(group));
  }

  /** Keeps a group if there is room, or can be made. */
  void keep(Activations.Key key, int group, SampleBlocks blocks) {
    if (budget.take(blocks.bytes(), () -> dropEldestBut(key))) {
      kept.computeIfAbsent(key, first -> new HashMap<>()).put(group, blocks);
    }
  }

  /** Drops what was made with replacements that {@code current} has not. */
  void retain(Variant current) {
    kept.entrySet().removeIf(entry -> entry.getKey().staleIn(current) && release(entry.getValue()));
  }

  private boolean dropEldestBut(Activations.Key wanted) {
    var entries = kept.entrySet().iterator();
    if (!entries.hasNext()) {
      return false;
    }
    var eldest = entries.next();
    if (eldest.getKey().equals(wanted)) {
      return false;
    }
    release(eldest.getValue());
    entries.remove();
    return true;
  }

  private boolean release(Map<Integer, SampleBlocks> groups) {
    groups.values().forEach(blocks -> budget.giveBack(blocks.bytes()));
    return true;
  }
}
