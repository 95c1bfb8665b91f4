package org.weighbridge.codec.entropy;

import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * The best of several entropy coders, decided on real bytes, tables included.
 *
 * <p>Stream: the number of the coder (u8), then its bytes.
 *
 * @param members a coder's place in this list is its number in files: append only; at least one of
 *     them races whatever the size and the effort
 */
public record SymbolRace(List<SymbolCoder> members) implements SymbolCoder {
  /** Of all coders that win somewhere; their numbers are in files. */
  public static final SymbolRace BEST =
      new SymbolRace(List.of(new Huffman(), new ContextSymbols(), new Rans()));

  public SymbolRace {
    members = List.copyOf(members);
  }

  @Override
  public String name() {
    return members.stream().map(SymbolCoder::name).collect(Collectors.joining("|"));
  }

  @Override
  public Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress) {
    var candidates = new Coded[members.size()];
    WorkPool.forEach(
        candidates.length,
        i -> {
          if (members.get(i).races(mask, effort)) {
            candidates[i] = members.get(i).encode(symbols, mask, effort, progress);
          }
        });
    int best = -1;
    for (int i = 0; i < candidates.length; i++) {
      if (candidates[i] != null
          && (best < 0 || candidates[i].bytes().length < candidates[best].bytes().length)) {
        best = i;
      }
    }
    byte[] bytes = new ByteWriter().u8(best).bytes(candidates[best].bytes()).toBytes();
    return new Coded(bytes, candidates[best].tableBytes());
  }

  @Override
  public int[] decode(ByteReader in, Mask mask, Progress progress) {
    return member(in).decode(in, mask, progress);
  }

  @Override
  public String nameOf(ByteReader in) {
    return member(in).nameOf(in);
  }

  private SymbolCoder member(ByteReader in) {
    int start = in.offset();
    int member = in.u8();
    if (member >= members.size()) {
      throw new MalformedStreamException(start, "no entropy coder has the number " + member);
    }
    return members.get(member);
  }
}
