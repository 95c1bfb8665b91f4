package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tensors in the midst of the graph, batch by batch, kept as far as memory allows. What was not
 * used for longest gives way first, and of that the first batch: a later tensor computed from it
 * takes its place batch by batch.
 */
final class Activations implements AutoCloseable {
  private final MemoryBudget budget;
  private final Map<Key, TreeMap<Integer, OnnxTensor>> kept = new LinkedHashMap<>(16, 0.75f, true);

  Activations(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * Names a tensor of all batches.
   *
   * @param tensor its name in the graph
   * @param variant the replacements among the weights that it depends on
   */
  record Key(String tensor, Variant variant) {
    /** Whether it was made with replacements that {@code current} has not. */
    boolean staleIn(Variant current) {
      var replaced = variant.replaced();
      return !current.within(replaced.keySet()).replaced().equals(replaced);
    }
  }

  Optional<OnnxTensor> get(Key key, int batch) {
    var batches = kept.get(key);
    return batches == null ? Optional.empty() : Optional.ofNullable(batches.get(batch));
  }

  boolean has(Key key, int batch) {
    return get(key, batch).isPresent();
  }

  /**
   * Keeps a tensor if there is room, or can be made.
   *
   * @param wanted what must not give way
   * @return whether it is kept; if not it stays the caller's to close
   */
  boolean keep(Key key, int batch, OnnxTensor tensor, Set<Key> wanted) {
    if (!budget.take(bytes(tensor), () -> dropOne(wanted))) {
      return false;
    }
    kept.computeIfAbsent(key, first -> new TreeMap<>()).put(batch, tensor);
    return true;
  }

  /** Drops what was made with replacements that {@code current} has not. */
  void retain(Variant current) {
    kept.entrySet()
        .removeIf(
            entry -> {
              boolean stale = entry.getKey().staleIn(current);
              if (stale) {
                entry.getValue().values().forEach(this::release);
              }
              return stale;
            });
  }

  private boolean dropOne(Set<Key> wanted) {
    for (var entries = kept.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      if (!wanted.contains(entry.getKey())) {
        release(entry.getValue().pollFirstEntry().getValue());
        if (entry.getValue().isEmpty()) {
          entries.remove();
        }
        return true;
      }
    }
    return false;
  }

  private void release(OnnxTensor tensor) {
    budget.giveBack(bytes(tensor));
    tensor.close();
  }

  private static long bytes(OnnxTensor tensor) {
    var info = tensor.getInfo();
    return info.getNumElements() * info.type.size;
  }

  @Override
  public void close() {
    kept.values().forEach(batches -> batches.values().forEach(this::release));
    kept.clear();
  }
}
