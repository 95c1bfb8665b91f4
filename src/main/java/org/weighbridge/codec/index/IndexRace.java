package org.weighbridge.codec.index;

import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * The best of several index coders, decided on real bytes.
 *
 * <p>Stream: the number of the coder (u8), then its bytes.
 *
 * @param members a coder's place in this list is its number in files: append only; at least one of
 *     them races whatever the size and the effort
 */
public record IndexRace(List<IndexCoder> members) implements IndexCoder {
  /** Of all coders that win somewhere; their numbers are in files. */
  public static final IndexRace BEST =
      of(new GapIndex(), new BitmaskIndex(), new ContextIndex(), new CellIndex());

  public IndexRace {
    members = List.copyOf(members);
  }

  public static IndexRace of(IndexCoder... members) {
    return new IndexRace(List.of(members));
  }

  @Override
  public String name() {
    return members.stream().map(IndexCoder::name).collect(Collectors.joining("|"));
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    byte[][] candidates = new byte[members.size()][];
    WorkPool.forEach(
        members.size(),
        i -> {
          if (members.get(i).races(mask, effort)) {
            candidates[i] = members.get(i).encode(mask, effort, progress);
          }
        });
    int best = -1;
    for (int i = 0; i < candidates.length; i++) {
      if (candidates[i] != null && (best < 0 || candidates[i].length < candidates[best].length)) {
        best = i;
      }
    }
    return new ByteWriter().u8(best).bytes(candidates[best]).toBytes();
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    return member(in).decode(in, shape, progress);
  }

  @Override
  public String nameOf(ByteReader in) {
    return member(in).nameOf(in);
  }

  private IndexCoder member(ByteReader in) {
    int start = in.offset();
    int member = in.u8();
    if (member >= members.size()) {
      throw new MalformedStreamException(start, "no index coder has the number " + member);
    }
    return members.get(member);
  }
}
