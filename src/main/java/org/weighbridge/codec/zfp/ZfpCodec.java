package org.weighbridge.codec.zfp;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * ZFP in fixed-accuracy mode, beside an index array as DeepSZ (Jin et al., HPDC 2019) compares it
 * with SZ: over the kept weights as a vector, or over the whole layer as a matrix whose zeros the
 * index puts back. The shorter one is used ({@link Candidate#cost}). ZFP's tolerance is the bound,
 * as published; or what {@link Candidate#tight} finds.
 *
 * <p>Stream: {@link ZfpHead}; the index array (varint size, bytes) when some weights are kept and
 * some are not; the {@link Exceptions} (varint size, bytes) when there are any; the bits of each
 * chunk but the last (varints) and the blocks of {@link ZfpStream} up to the end.
 */
public final class ZfpCodec implements LayerCodec {
  private static final String FAMILY = "zfp";
  private static final String TIGHT = "tight";
  private static final int VERSION = 1;

  private static final IndexCoder INDEX = IndexRace.BEST;

  /** Tried in this order; the first of equals is used. */
  private final List<Layout> layouts;

  /** Whether the tolerance may be above the bound. */
  private final boolean tight;

  private ZfpCodec(List<Layout> layouts, boolean tight) {
    this.layouts = layouts;
    this.tight = tight;
  }

  /** The better layout of the two. */
  public static LayerCodec zfp() {
    return new ZfpCodec(List.of(Layout.VECTOR, Layout.MATRIX), false);
  }

  @Override
  public String id() {
    String layout = layouts.size() > 1 ? "" : "+" + layouts.getFirst().option();
    return FAMILY + layout + (tight ? "+" + TIGHT : "");
  }

  @Override
  public LayerCodec with(String option) {
    if (option.equals(TIGHT)) {
      return new ZfpCodec(layouts, true);
    }
    return Layout.of(option)
        .map(layout -> new ZfpCodec(List.of(layout), tight))
        .orElseThrow(
            () ->
                new Fault(
                    ("ZFP has no option \"%s\"; it has 1d (kept weights as a vector), 2d (the layer"
                            + " as a matrix) and tight (as coarse as the bound allows).")
                        .formatted(option)));
  }

  @Override
  public List<List<String>> options() {
    return List.of(List.of(Layout.VECTOR.option(), Layout.MATRIX.option()), List.of(TIGHT));
  }

  @Override
  public String label() {
    return "ZFP"
        + (layouts.size() > 1 ? "" : " " + layouts.getFirst().label())
        + (tight ? " tight" : "");
  }

  @Override
  public String name() {
    String names = layouts.stream().map(Layout::label).collect(Collectors.joining("|"));
    String tolerance = tight ? "tight tolerance" : "tolerance";
    return "ZFP(%s,%s,bit planes;%s)".formatted(names, tolerance, INDEX.name());
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    progress.begin("Encoding", 2);
    double bound = settings.bound(this).absoluteFor(weights.values());
    var mask = Mask.above(weights.shape(), weights.values(), 0, progress);
    var out = new ByteWriter();
    var parts = new EnumMap<Part, Long>(Part.class);
    if (mask.kept() == 0) {
      new ZfpHead(bound, Layout.NOTHING, false, false, 0).write(out);
    } else {
      var best = best(weights, mask, bound, progress);
      progress.worked(1);
      boolean indexed = mask.kept() < mask.size();
      boolean exceptions = best.exceptions().count() > 0;
      new ZfpHead(bound, best.layout(), indexed, exceptions, best.doublings()).write(out);
      if (indexed) {
        section(out, parts, Part.INDEX, INDEX.encode(mask, settings.effort(), progress));
      }
      if (exceptions) {
        byte[] exact = best.exceptions().encode(settings.effort(), progress);
        section(out, parts, Part.OUTLIERS, exact);
      }
      best.stream().write(out);
      parts.put(Part.VALUES, (long) best.stream().bits().length);
    }
    progress.worked(1);
    long sections = parts.values().stream().mapToLong(Long::longValue).sum();
    parts.put(Part.HEADER, out.size() - sections);
    return new EncodedLayer(
        FAMILY, VERSION, weights.shape(), out.toBytes(), new Breakdown(parts), bound);
  }

  private Candidate best(Tensor weights, Mask mask, double bound, Progress progress) {
    float[] kept = mask.gather(weights.values(), progress);
    return layouts.stream()
        .map(layout -> candidate(layout, weights, kept, layout.grid(mask), bound, progress))
        .min(Comparator.comparingLong(Candidate::cost))
        .orElseThrow()
        .orExact(kept);
  }

  private Candidate candidate(
      Layout layout, Tensor weights, float[] kept, Grid grid, double bound, Progress progress) {
    float[] values = layout == Layout.VECTOR ? kept : weights.values();
    return tight
        ? Candidate.tight(layout, values, grid, bound, progress)
        : Candidate.of(layout, values, grid, bound, 0, progress);
  }

  private static void section(ByteWriter out, EnumMap<Part, Long> parts, Part part, byte[] bytes) {
    out.varint(bytes.length).bytes(bytes);
    parts.put(part, (long) bytes.length);
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    var in = new ByteReader(stream);
    var head = ZfpHead.read(in);
    float[] values = new float[shape.size()];
    if (head.layout() == Layout.NOTHING) {
      in.end();
      return new Tensor(shape, values);
    }
    var mask = head.indexed() ? INDEX.decode(in.section(), shape, progress) : Mask.full(shape);
    var grid = head.layout().grid(mask);
    int coded = head.layout() == Layout.MATRIX ? shape.size() : mask.kept();
    var exceptions = head.exceptions() ? Exceptions.decode(in.section(), coded) : Exceptions.none();
    float[] array =
        grid.size() == 0
            ? new float[coded]
            : ZfpStream.read(in, grid).decode(grid, head.tolerance(), progress);
    exceptions.putInto(array);
    if (!head.indexed()) {
      return new Tensor(shape, array);
    }
    boolean whole = head.layout() == Layout.MATRIX;
    mask.visit(
        progress,
        (from, offsets, count, rank) -> {
          for (int i = 0; i < count; i++) {
            int position = from + offsets[i];
            values[position] = array[whole ? position : rank + i];
          }
        });
    return new Tensor(shape, values);
  }

  @Override
  public Optional<Composition> composition(byte[] stream) {
    var in = new ByteReader(stream);
    var head = ZfpHead.read(in);
    String index = head.indexed() ? INDEX.nameOf(in.section()) : "none";
    int exceptions = head.exceptions() ? Exceptions.count(in.section()) : 0;
    return Optional.of(
        new Composition(
            head.layout().label(),
            "block floating point",
            OptionalInt.empty(),
            index,
            "bit planes",
            exceptions));
  }
}
