package org.weighbridge.codec.sz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Codes one layer in all promising ways at the same time: every scheme with an index array apart,
 * and where that is offered with positions and bins together. The fewest real bytes win, index
 * array included.
 */
final class LayerRace {
  private final SzCodec codec;
  private final float[] kept;
  private final Mask mask;
  private final CodecSettings settings;
  private final Progress progress;

  /** Empty where every position is kept, or none. */
  private byte[] index = new byte[0];

  private @Nullable DataArray[] arrays = new DataArray[0];

  LayerRace(SzCodec codec, float[] kept, Mask mask, CodecSettings settings, Progress progress) {
    this.codec = codec;
    this.kept = kept;
    this.mask = mask;
    this.settings = settings;
    this.progress = progress;
  }

  void run(List<Scheme> schemes) {
    var promising = BestFit.promising(schemes, kept, mask, settings.effort(), progress);
    var joint = new JointCoder();
    boolean together = codec.jointly() && joint.races(mask, settings.effort());
    arrays = new DataArray[2 * promising.size()];
    var tasks = new ArrayList<Runnable>();
    if (indexed()) {
      tasks.add(() -> index = codec.index().encode(mask, settings.effort(), progress));
    }
    for (int i = 0; i < promising.size(); i++) {
      var scheme = promising.get(i);
      int apart = 2 * i;
      tasks.add(() -> arrays[apart] = apart(scheme));
      if (together) {
        tasks.add(() -> arrays[apart + 1] = jointly(joint, scheme));
      }
    }
    WorkPool.forEach(tasks.size(), task -> tasks.get(task).run());
  }

  private boolean indexed() {
    return kept.length > 0 && kept.length < mask.size();
  }

  private DataArray apart(Scheme scheme) {
    var quantized = quantized(scheme);
    return DataArray.apart(
        scheme,
        packed(quantized),
        codec.entropy().encode(quantized.symbols(), mask, settings.effort(), progress));
  }

  private @Nullable DataArray jointly(JointCoder joint, Scheme scheme) {
    var quantized = quantized(scheme);
    var layer = new JointCoder.Layer(mask, quantized.symbols());
    return joint.takes(layer)
        ? DataArray.joint(scheme, packed(quantized), joint.encode(layer, progress))
        : null;
  }

  private Quantized quantized(Scheme scheme) {
    return Quantized.of(kept, mask, scheme.predictor(), scheme.quantizer(), progress);
  }

  private byte[] packed(Quantized quantized) {
    return DataArray.packed(quantized.outliers(), settings.effort(), progress);
  }

  /** The index array of those that need one. */
  byte[] index() {
    return index;
  }

  /** The winner; empty when nothing is kept. */
  Optional<DataArray> best() {
    int beside = indexed() ? new ByteWriter().varint(index.length).size() + index.length : 0;
    return Arrays.stream(arrays)
        .filter(Objects::nonNull)
        .min(Comparator.comparingInt(array -> array.size() + (array.joint() ? 0 : beside)));
  }
}
