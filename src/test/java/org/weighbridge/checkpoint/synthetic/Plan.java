package org.weighbridge.checkpoint.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.checkpoint.ElementType;

/**
 * What a synthetic checkpoint holds.
 *
 * @param type of all weights
 * @param density how many of the weights are not zero, 0 to 1
 * @param tensors in the order of the file
 */
public record Plan(ElementType type, double density, long seed, List<Drawn> tensors) {
  /** A tensor to draw: a matrix, or a vector where there is one dimension. */
  public record Drawn(String name, List<Long> dims) {
    long size() {
      return dims.stream().reduce(1L, Math::multiplyExact);
    }
  }

  /** The layers of a decoder-only transformer with about so many bytes of weights. */
  public static Plan transformer(ElementType type, long bytes, double density, long seed) {
    long weights = bytes / type.bytes();
    long hidden = 64 * Math.max(1, (long) Math.cbrt(7.0 * weights) / 64);
    long vocabulary = Math.clamp(weights / (8 * hidden), 16, 32_000);
    long blocks = Math.max(1, (weights - vocabulary * hidden) / (12 * hidden * hidden));
    long wide = hidden * 8 / 3;
    var tensors = new ArrayList<Drawn>();
    tensors.add(new Drawn("model.embed_tokens.weight", List.of(vocabulary, hidden)));
    for (int block = 0; block < blocks; block++) {
      String at = "model.layers." + block + ".";
      for (String projection : List.of("q", "k", "v", "o")) {
        tensors.add(
            new Drawn(at + "self_attn." + projection + "_proj.weight", List.of(hidden, hidden)));
      }
      tensors.add(new Drawn(at + "mlp.gate_proj.weight", List.of(wide, hidden)));
      tensors.add(new Drawn(at + "mlp.up_proj.weight", List.of(wide, hidden)));
      tensors.add(new Drawn(at + "mlp.down_proj.weight", List.of(hidden, wide)));
      tensors.add(new Drawn(at + "input_layernorm.weight", List.of(hidden)));
      tensors.add(new Drawn(at + "post_attention_layernorm.weight", List.of(hidden)));
    }
    tensors.add(new Drawn("model.norm.weight", List.of(hidden)));
    return new Plan(type, density, seed, tensors);
  }

  /** A perceptron with about so many bytes of weights and ten classes; inputs × outputs each. */
  public static Plan perceptron(ElementType type, long bytes, double density, long seed) {
    long weights = bytes / type.bytes();
    long hidden = Math.clamp((long) Math.sqrt(weights / 8.0) / 64 * 64, 16, 2048);
    long layers = Math.max(1, weights / (hidden * hidden));
    var tensors = new ArrayList<Drawn>();
    for (int layer = 0; layer < layers; layer++) {
      tensors.add(new Drawn("fc%d.weight".formatted(layer + 1), List.of(hidden, hidden)));
    }
    tensors.add(new Drawn("scores.weight", List.of(hidden, 10L)));
    return new Plan(type, density, seed, tensors);
  }

  long bytes(Drawn tensor) {
    return tensor.size() * type.bytes();
  }

  /** The tensors in so many runs of about the same size; fewer when there are not as many. */
  List<List<Drawn>> shards(int count) {
    long all = tensors.stream().mapToLong(this::bytes).sum();
    var shards = new ArrayList<List<Drawn>>();
    long before = 0;
    long last = -1;
    for (Drawn tensor : tensors) {
      long shard = before * count / Math.max(1, all);
      if (shard != last) {
        shards.add(new ArrayList<>());
        last = shard;
      }
      shards.getLast().add(tensor);
      before += bytes(tensor);
    }
    return shards;
  }
}
