package org.weighbridge.gui.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Coding;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * A layer coded by another coder, set so that it takes about as many bytes.
 *
 * @param original what was coded
 * @param codec by which
 * @param setting what it was asked for
 * @param coded the layer, with its bytes
 * @param nearest to so many bytes: what the layer takes under the coder that it has
 */
public record Rival(
    LayerId layer,
    Tensor original,
    LayerCodec codec,
    Setting setting,
    CheckedLayer coded,
    long nearest) {
  /**
   * Bounds that are tried lie this far apart, and up to {@value #EACH} such steps to both sides.
   */
  private static final double RATIO = Math.pow(2, 0.25);

  private static final int EACH = 16;

  private static final MathContext READABLE = new MathContext(3);

  /** Size of its stream in bytes. */
  public long bytes() {
    return coded.encoded().bytes().length;
  }

  /**
   * Looks for the setting whose stream is nearest to a size: sizes fall as settings grow coarser.
   *
   * @param bytes what the stream is to take
   * @param near an error bound to look around, for coders that are asked for one
   */
  static Rival of(
      LayerId layer,
      Tensor weights,
      String coder,
      Coding coding,
      long bytes,
      double near,
      Progress progress) {
    var codec = Codecs.byId(coder);
    var places = places(codec, near);
    int fine = 0;
    int coarse = places.size() - 1;
    int middle = (fine + coarse) >>> 1;
    Rival best = null;
    while (best == null || fine <= coarse) {
      var setting = codec.axis().at(places.get(middle));
      var settings = new CodecSettings(setting, coding.effort(), coding.belowBound());
      var coded = CheckedLayer.encode(codec, weights, settings, progress);
      var tried = new Rival(layer, weights, codec, setting, coded, bytes);
      if (best == null || tried.distance() < best.distance()) {
        best = tried;
      }
      if (tried.bytes() > bytes) {
        fine = middle + 1;
      } else {
        coarse = middle - 1;
      }
      middle = (fine + coarse) >>> 1;
    }
    return best;
  }

  private static List<Double> places(LayerCodec codec, double near) {
    if (!codec.axis().places().isEmpty()) {
      return codec.axis().places();
    }
    var places = new ArrayList<Double>();
    for (int i = -EACH; i <= EACH; i++) {
      var place = new BigDecimal(near * Math.pow(RATIO, i));
      places.add(place.round(READABLE).doubleValue());
    }
    return places;
  }

  private double distance() {
    return Math.abs(Math.log((double) bytes() / nearest));
  }

  /** Whether two ids are of one coder, whatever its options. */
  static boolean same(String coder, String other) {
    return Codecs.byId(coder).family().equals(Codecs.byId(other).family());
  }
}
