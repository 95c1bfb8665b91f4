package org.weighbridge.gui.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.gui.bounds.Scales;
import org.weighbridge.gui.chart.Steps;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Tensor;

/**
 * A layer coded by another coder, set so that it takes about as many bytes.
 *
 * @param name of the coder and what it is set to
 * @param coded the layer, with its bytes
 */
record Rival(String name, CheckedLayer coded) {
  /**
   * Bounds that are tried lie this far apart, and up to {@value #EACH} such steps to both sides.
   */
  private static final double RATIO = Math.pow(2, 0.25);

  private static final int EACH = 16;

  /**
   * Looks for the setting whose stream is nearest to a size: sizes fall as settings grow coarser.
   *
   * @param bytes what the stream is to take
   * @param near an error bound to look around, for coders that are asked for one
   */
  static Rival of(
      Tensor weights, String coder, Coding coding, long bytes, double near, Progress progress) {
    var codec = Codecs.byId(coder);
    var places = places(codec, near);
    int fine = 0;
    int coarse = places.size() - 1;
    Rival best = null;
    while (fine <= coarse) {
      int middle = (fine + coarse) >>> 1;
      var tried = at(places.get(middle), weights, codec, coding, progress);
      if (best == null || tried.distance(bytes) < best.distance(bytes)) {
        best = tried;
      }
      if (tried.coded.encoded().bytes().length > bytes) {
        fine = middle + 1;
      } else {
        coarse = middle - 1;
      }
    }
    return best == null ? at(near, weights, codec, coding, progress) : best;
  }

  private static List<Double> places(LayerCodec codec, double near) {
    if (!codec.axis().places().isEmpty()) {
      return codec.axis().places();
    }
    var places = new ArrayList<Double>();
    for (int i = -EACH; i <= EACH; i++) {
      places.add(Steps.round(near * Math.pow(RATIO, i)));
    }
    return places;
  }

  private static Rival at(
      double place, Tensor weights, LayerCodec codec, Coding coding, Progress progress) {
    var setting = codec.axis().at(place);
    var settings = new CodecSettings(setting, coding.effort(), coding.belowBound());
    String name = codec.label() + " " + Scales.words(codec.axis(), setting);
    return new Rival(name, CheckedLayer.encode(codec, weights, settings, progress));
  }

  private double distance(long bytes) {
    return Math.abs(Math.log((double) coded.encoded().bytes().length / bytes));
  }

  /** Whether it is the coder of a layer already. */
  static boolean same(String coder, @Nullable String other) {
    return other != null && Codecs.byId(coder).family().equals(Codecs.byId(other).family());
  }
}
