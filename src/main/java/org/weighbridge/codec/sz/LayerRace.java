package org.weighbridge.codec.sz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * Codes one quantized layer in all ways at the same time: data array beside an index array, and
 * where that is offered positions and bins together. The fewest real bytes win, index array
 * included.
 */
final class LayerRace {
  private final SzCodec codec;
  private final Mask mask;
  private final Scheme scheme;
  private final Quantized quantized;
  private final CodecSettings settings;
  private final Progress progress;

  /** Empty where every position is kept. */
  private byte[] index = new byte[0];

  private @Nullable DataArray apart;
  private @Nullable DataArray joint;

  LayerRace(
      SzCodec codec,
      Mask mask,
      Scheme scheme,
      Quantized quantized,
      CodecSettings settings,
      Progress progress) {
    this.codec = codec;
    this.mask = mask;
    this.scheme = scheme;
    this.quantized = quantized;
    this.settings = settings;
    this.progress = progress;
  }

  LayerRace run() {
    byte[] outliers = DataArray.packed(quantized.outliers(), settings.effort(), progress);
    List<Runnable> tasks = new ArrayList<>();
    tasks.add(() -> apart = apart(outliers));
    if (indexed()) {
      tasks.add(() -> index = codec.index().encode(mask, settings.effort(), progress));
    }
    var coder = new JointCoder();
    var layer = new JointCoder.Layer(mask, quantized.symbols());
    if (codec.jointly() && coder.races(mask, settings.effort()) && coder.takes(layer)) {
      tasks.add(() -> joint = DataArray.joint(scheme, outliers, coder.encode(layer, progress)));
    }
    WorkPool.forEach(tasks.size(), task -> tasks.get(task).run());
    return this;
  }

  private DataArray apart(byte[] outliers) {
    var bins = codec.entropy().encode(quantized.symbols(), mask, settings.effort(), progress);
    return DataArray.apart(scheme, outliers, bins);
  }

  /** Whether some positions are kept and some are not. */
  boolean indexed() {
    return mask.kept() < mask.size();
  }

  /** The index array of a data array apart. */
  byte[] index() {
    return index;
  }

  /** The winner. */
  DataArray best() {
    DataArray beside = Objects.requireNonNull(apart);
    int sections = indexed() ? new ByteWriter().varint(index.length).size() + index.length : 0;
    DataArray together = joint;
    return together != null && together.size() < beside.size() + sections ? together : beside;
  }
}
