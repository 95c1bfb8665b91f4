package org.weighbridge.codec.bloomier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.codebook.KMeans;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Weightless (Reagen et al., ICML 2018): the kept weights of a layer, clustered to 2^r values, in a
 * {@link BloomierFilter} of t-bit cells. Every position is asked for; an answer that numbers no
 * centroid means zero. Of the pruned weights a share of 2^(r - t) gets a number by accident, and
 * comes back as a wrong weight.
 *
 * @param codeBits r
 * @param coded whether cells may be entropy-coded; Weightless stores them as they are
 */
public record BloomierCodec(int codeBits, boolean coded) implements LayerCodec {
  private static final int VERSION = 1;
  private static final String CELLS = "cells";
  private static final int USUAL_CODE_BITS = 4;
  private static final int MOST_CODE_BITS = 6;

  /** The most bits of a cell beyond those of a code. */
  private static final int MOST_SPARE_BITS = 10;

  private static final int USUAL_SPARE_BITS = 5;
  private static final String CODED = "coded";
  private static final Pattern CODE_BITS = Pattern.compile("([1-" + MOST_CODE_BITS + "])bit");

  /** Positions that one thread asks for. */
  private static final int CHUNK = 1 << 14;

  /** 16 centroids, cells as they are. */
  public BloomierCodec() {
    this(USUAL_CODE_BITS, false);
  }

  @Override
  public String id() {
    return "bloomier"
        + (codeBits == USUAL_CODE_BITS ? "" : "+" + codeBits + "bit")
        + (coded ? "+" + CODED : "");
  }

  @Override
  public LayerCodec with(String option) {
    var bits = CODE_BITS.matcher(option);
    if (bits.matches()) {
      return new BloomierCodec(Integer.parseInt(bits.group(1)), coded);
    }
    if (option.equals(CODED)) {
      return new BloomierCodec(codeBits, true);
    }
    throw new Fault(
        "%s has no option \"%s\"; it has 1bit to %dbit and %s."
            .formatted(label(), option, MOST_CODE_BITS, CODED));
  }

  @Override
  public List<List<String>> options() {
    var bits = IntStream.rangeClosed(1, MOST_CODE_BITS).mapToObj(b -> b + "bit").toList();
    return List.of(bits, List.of(CODED));
  }

  @Override
  public String label() {
    return "Bloomier";
  }

  @Override
  public String name() {
    return "Bloomier(k-means:%d,filter%s)".formatted(1 << codeBits, coded ? ",huffman" : "");
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Promise promise() {
    return Promise.NONE;
  }

  /** t, at the share of pruned weights that come back wrong. */
  @Override
  public Axis axis() {
    var steps = new ArrayList<Axis.Step>();
    for (int spare = MOST_SPARE_BITS; spare >= 1; spare--) {
      int bits = codeBits + spare;
      steps.add(new Axis.Step(Math.scalb(1.0, -spare), cells(bits), bits + " bits"));
    }
    return new Axis.Steps("Bits per cell", List.copyOf(steps), cells(codeBits + USUAL_SPARE_BITS));
  }

  private static Parameter cells(int bits) {
    return new Parameter(CELLS, bits);
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    progress.begin("Encoding", 3);
    int bits = settings.whole(CELLS, codeBits + 1, codeBits + MOST_SPARE_BITS, this);
    progress.check();
    float[] values = weights.values();
    float[] finite = NonFinite.without(values);
    int[] keys = Mask.above(weights.shape(), finite, 0, progress).positions();
    float[] kept = new float[keys.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = finite[keys[i]];
    }
    float[] centroids = KMeans.centroids(kept, 1 << codeBits, progress);
    progress.worked(1);
    var stream = new BloomierStream();
    stream.nonFinite(values, progress);
    stream.centroids(centroids);
    float[] decoded = new float[values.length];
    if (centroids.length > 0) {
      var filter =
          BloomierFilter.of(keys, key -> KMeans.nearest(centroids, finite[key]), bits, progress);
      progress.worked(1);
      stream.filter(filter, coded, settings.effort(), progress);
      answer(filter, centroids, decoded, progress);
    }
    progress.worked(1);
    double bound = ReachedBound.of(values, decoded);
    return new EncodedLayer(
        family(), VERSION, weights.shape(), stream.toBytes(), stream.breakdown(), bound);
  }

  @Override
  public Tensor decode(byte[] bytes, int version, Shape shape, Progress progress) {
    requireVersion(version);
    float[] decoded = new float[shape.size()];
    var in = new ByteReader(bytes);
    var odd = in.section();
    float[] centroids = BloomierStream.readCentroids(in);
    if (centroids.length > 0) {
      answer(BloomierStream.readFilter(in, progress), centroids, decoded, progress);
    }
    in.end();
    NonFinite.read(odd, decoded);
    odd.end();
    return new Tensor(shape, decoded);
  }

  /** Asks the filter for every position. */
  private static void answer(
      BloomierFilter filter, float[] centroids, float[] decoded, Progress progress) {
    WorkPool.forEach(
        Math.ceilDiv(decoded.length, CHUNK),
        chunk -> {
          progress.check();
          int to = Math.min(decoded.length, (chunk + 1) * CHUNK);
          for (int position = chunk * CHUNK; position < to; position++) {
            int code = filter.get(position);
            decoded[position] = code < centroids.length ? centroids[code] : 0f;
          }
        });
  }
}
