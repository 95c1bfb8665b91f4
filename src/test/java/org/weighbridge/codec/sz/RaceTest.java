package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.sz.SzCodec.Bins;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** A composition that races never loses to one that has a single member of each race. */
class RaceTest {
  @ParameterizedTest
  @EnumSource
  void neverLosesToAMember(Effort effort) {
    for (int seed = 0; seed < 3; seed++) {
      for (double bound : new double[] {1e-4, 0.01, 0.06}) {
        var weights = TestWeights.random(Kind.LAPLACE, Shape.of(40, 90), 0.1 + 0.3 * seed, seed);
        int race = bytes((SzCodec) SzCodecs.sz(), weights, bound, effort);
        for (var member : members(weights, effort)) {
          int alone = bytes(member, weights, bound, effort);
          assertTrue(
              race <= alone,
              () -> "%d > %d of %s, bound %s".formatted(race, alone, member.name(), bound));
        }
      }
    }
  }

  private static int bytes(SzCodec codec, Tensor weights, double bound, Effort effort) {
    var settings = new CodecSettings(ErrorBound.absolute(bound), effort);
    return codec.encode(weights, settings, Progress.none()).bytes().length;
  }

  /** Every index and entropy coder that takes part, with each predictor alone. */
  private static List<SzCodec> members(Tensor weights, Effort effort) {
    var sz = (SzCodec) SzCodecs.sz();
    var mask = Mask.of(weights.shape(), i -> weights.values()[i] != 0);
    var members = new ArrayList<SzCodec>();
    for (var index : ((IndexRace) sz.index()).members()) {
      for (var entropy : ((SymbolRace) sz.entropy()).members()) {
        if (index.races(mask, effort) && entropy.races(mask, effort)) {
          for (var predictor : effort == Effort.MAX ? Predictor.values() : ZERO_ONLY) {
            members.add(
                new SzCodec(
                    "SZ",
                    "sz",
                    List.of(predictor),
                    Bins.LINEAR,
                    sz.radius(),
                    new IndexRace(List.of(index)),
                    new SymbolRace(List.of(entropy)),
                    false));
          }
        }
      }
    }
    return members;
  }

  private static final Predictor[] ZERO_ONLY = {Predictor.ZERO};
}
