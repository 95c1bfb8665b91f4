package org.weighbridge.gui.facts;

import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.Psnr;
import org.weighbridge.gui.workbench.Reconstruction;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.DistinctValues;

/**
 * What is counted in decoded weights.
 *
 * @param weights all of them
 * @param kept those that were not zero before coding
 * @param keptDecoded those that are not zero afterwards
 * @param levels how many different values they come back as
 * @param entropy order 0, in bits per decoded weight that is not zero
 * @param filled zeros that came back as other values
 * @param check of every weight against the bound and what else the coder promises
 * @param psnr in decibels
 */
record Counted(
    long weights,
    long kept,
    long keptDecoded,
    int levels,
    double entropy,
    long filled,
    BoundCheck check,
    double psnr) {
  /** Looks at every weight of the layer, or of a region of it. */
  static Counted of(Reconstruction layer, @Nullable Region region, Progress progress) {
    float[] original = region == null ? layer.original().values() : region.of(layer.original());
    float[] decoded = region == null ? layer.decoded().values() : region.of(layer.decoded());
    progress.check();
    long kept = 0;
    long filled = 0;
    for (int i = 0; i < original.length; i++) {
      kept += original[i] == 0 ? 0 : 1;
      filled += original[i] == 0 && decoded[i] != 0 ? 1 : 0;
    }
    progress.check();
    var values = DistinctValues.of(decoded);
    progress.check();
    var check = BoundCheck.of(original, decoded, layer.bound(), promise(layer));
    progress.check();
    return new Counted(
        original.length,
        kept,
        values.total(),
        values.size(),
        values.entropy(),
        filled,
        check,
        Psnr.of(original, decoded));
  }

  /** What the coder promises of the layer. */
  static Promise promise(Reconstruction layer) {
    return layer.configuration().setting(layer.layer()).isPresent()
        ? layer.configuration().codec(layer.layer()).promise()
        : Promise.BOUND;
  }
}
