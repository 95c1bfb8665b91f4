package org.weighbridge.codec.codebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.index.RelativeIndex;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Deep Compression (Han, Mao, Dally, ICLR 2016): the weights of a layer share the 2^bits values
 * that k-means finds, zeros stay zero, positions are distances of a few bits with fillers, codes
 * and distances are Huffman coded. A layer with no more different values is stored exactly.
 *
 * @param indexBits of a distance; 0 for {@value #DENSE_BITS}, and {@value #CONVOLUTION_BITS} for
 *     layers of more than two dimensions, as in the paper
 * @param modern whether positions and codes are coded by what codes them best instead
 * @param start where k-means begins
 */
public record CodebookCodec(int indexBits, boolean modern, Start start) implements LayerCodec {
  static final int DENSE_BITS = 5;
  static final int CONVOLUTION_BITS = 8;

  private static final String FAMILY = "codebook";
  private static final int VERSION = 1;
  private static final int MOST_BITS = 8;
  private static final int START_BITS = 5;
  private static final String INDEX = "index";
  private static final String BEST = "best";
  private static final List<String> CODINGS =
      List.of(BEST, INDEX + 4, INDEX + DENSE_BITS, INDEX + CONVOLUTION_BITS);
  private static final List<String> STARTS = Arrays.stream(Start.values()).map(Start::id).toList();
  private static final Axis AXIS =
      Axis.Steps.bits("Bits per shared weight", 1, MOST_BITS, START_BITS);

  /** As published. */
  public static CodebookCodec original() {
    return new CodebookCodec(0, false, Start.LINEAR);
  }

  @Override
  public String id() {
    String coding = modern ? "+" + BEST : indexBits > 0 ? "+" + INDEX + indexBits : "";
    return FAMILY + coding + (start == Start.LINEAR ? "" : "+" + start.id());
  }

  @Override
  public String label() {
    return "Codebook";
  }

  @Override
  public String name() {
    String index =
        modern
            ? IndexRace.BEST.name()
            : "relative" + (indexBits > 0 ? indexBits : DENSE_BITS + "|" + CONVOLUTION_BITS);
    var codes = modern ? SymbolRace.BEST : new Huffman();
    return "Codebook(%s,%s;%s)".formatted(start.id(), codes.name(), index);
  }

  @Override
  public Axis axis() {
    return AXIS;
  }

  @Override
  public Promise promise() {
    return Promise.ZEROS;
  }

  @Override
  public LayerCodec with(String option) {
    if (option.equals(BEST)) {
      return new CodebookCodec(0, true, start);
    }
    if (STARTS.contains(option)) {
      return new CodebookCodec(indexBits, modern, Start.of(option));
    }
    if (CODINGS.contains(option)) {
      return new CodebookCodec(Integer.parseInt(option.substring(INDEX.length())), false, start);
    }
    throw new Fault(
        "%s has no option \"%s\"; choose of: %s."
            .formatted(
                label(),
                option,
                options().stream().flatMap(List::stream).collect(Collectors.joining(", "))));
  }

  @Override
  public List<List<String>> options() {
    return List.of(CODINGS, STARTS);
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    int most = 1 << settings.whole(Parameter.BITS, 1, MOST_BITS, this);
    progress.begin("Encoding", 3);
    float[] finite = NonFinite.without(weights.values());
    var mask = Mask.above(weights.shape(), finite, 0, progress);
    float[] kept = mask.gather(finite, progress);
    progress.worked(1);
    float[] centroids = KMeans.centroids(kept, most, start, progress);
    progress.worked(1);
    var shared = SharedValues.of(kept, centroids, progress);
    double bound = ReachedBound.of(kept, shared.weights(progress));
    var stream = stream(weights, mask, shared, settings, progress);
    progress.worked(1);
    return new EncodedLayer(
        FAMILY, VERSION, weights.shape(), stream.toBytes(), stream.breakdown(), bound);
  }

  private CodebookStream stream(
      Tensor weights, Mask mask, SharedValues shared, CodecSettings settings, Progress progress) {
    float[] values = weights.values();
    if (shared.codes().length == 0) {
      return new CodebookStream(CodebookStream.NONE, values, progress);
    }
    return modern
        ? modern(values, mask, shared, settings, progress)
        : original(weights, mask, shared, settings, progress);
  }

  private CodebookStream original(
      Tensor weights, Mask mask, SharedValues shared, CodecSettings settings, Progress progress) {
    boolean all = shared.codes().length == mask.size();
    var index = new RelativeIndex(bitsOf(weights.shape()));
    int form = all ? CodebookStream.ALL : CodebookStream.RELATIVE + index.bits();
    var stream = new CodebookStream(form, weights.values(), progress);
    stream.codebook(shared.codebookBytes());
    if (!all) {
      stream.positions(index.encode(mask, settings.effort(), progress));
    }
    stream.codes(new Huffman().encode(shared.codes(), mask, settings.effort(), progress));
    return stream;
  }

  private int bitsOf(Shape shape) {
    return indexBits > 0 ? indexBits : shape.rank() > 2 ? CONVOLUTION_BITS : DENSE_BITS;
  }

  /** The shorter one of positions beside codes and both together. */
  private static CodebookStream modern(
      float[] values, Mask mask, SharedValues shared, CodecSettings settings, Progress progress) {
    int[] symbols = shared.symbols(progress);
    boolean all = symbols.length == mask.size();
    byte[] index = all ? new byte[0] : IndexRace.BEST.encode(mask, settings.effort(), progress);
    var codes = SymbolRace.BEST.encode(symbols, mask, settings.effort(), progress);
    int apart = codes.bytes().length;
    if (!all) {
      apart += new ByteWriter().varint(index.length).size() + index.length;
    }
    var joint = new JointCoder();
    if (joint.races(mask, settings.effort())) {
      var both = joint.encode(new JointCoder.Layer(mask, symbols), progress);
      if (both.bytes().length < apart) {
        var stream = new CodebookStream(form(CodebookStream.JOINT), values, progress);
        stream.codebook(shared.codebookBytes());
        stream.both(both);
        return stream;
      }
    }
    int form = form(all ? CodebookStream.ALL : CodebookStream.RACED);
    var stream = new CodebookStream(form, values, progress);
    stream.codebook(shared.codebookBytes());
    if (!all) {
      stream.positions(index);
    }
    stream.codes(codes);
    return stream;
  }

  private static int form(int positions) {
    return CodebookStream.MODERN + positions;
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    return CodebookStream.decode(new ByteReader(stream), shape, progress);
  }

  @Override
  public Optional<Composition> composition(byte[] stream) {
    return Optional.of(CodebookStream.composition(new ByteReader(stream)));
  }
}
