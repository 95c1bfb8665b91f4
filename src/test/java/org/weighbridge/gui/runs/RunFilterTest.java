package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Run;
import org.weighbridge.fault.Fault;

class RunFilterTest {
  private static final List<Quantity> BOUNDS =
      List.of(Quantity.bound(TestRuns.FC1), Quantity.bound(TestRuns.FC2));
  private static final List<Run> RUNS =
      List.of(
          TestRuns.run(1, 0.01, 0.01, 40, 0),
          TestRuns.run(2, 0.02, 0.05, 55, 2).withTags(List.of("paper")),
          coded(TestRuns.run(3, Double.NaN, 0.1, 80, 9), "deepsz").withNote("two words"));
  private final RunFilter filter =
      new RunFilter(Quantity.all(BOUNDS), run -> run.number() == 3 ? "retrained 1" : "as opened");

  private static Run coded(Run run, String codec) {
    return new Run(
        run.number(),
        run.at(),
        run.origin(),
        run.data(),
        run.base(),
        run.pruning(),
        run.configuration().withCoding(Coding.DEFAULT.withCodec(codec)),
        run.accuracy(),
        run.file(),
        run.note(),
        run.tags());
  }

  private String found(String text) {
    var test = filter.parse(text);
    return String.join(
        " ", RUNS.stream().filter(test).map(run -> Integer.toString(run.number())).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1 2 3",
        "ratio>50|2 3",
        "ratio>50 loss<0.3|2",
        "loss<=0.2pp|1 2",
        "top1>=97.8|1 2",
        "top1=97.80%|2",
        "run=2|2",
        "size<20KB|2 3",
        "encode<=200ms|1 2 3",
        "fc1>=2e-2|2",
        "fc1.weight<0.02|1",
        "FC2>0.01|2 3",
        "coder:sz|1 2 3",
        "coder:DeepSZ|3",
        "coder:deepsz|3",
        "coder:deep|3",
        "tag:paper|2",
        "tag:pap|``",
        "paper|2",
        "note:\"two words\"|3",
        "\"two words\"|3",
        "hand ratio<50|1",
        "network:retrained|3",
        "nothing|``"
      })
  void findsWhatIsMeant(String text, String numbers) {
    assertEquals(numbers, found(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rato>50|There is no number rato; there are run, ratio, size, top1, loss, encode, decode, fc1, fc2.",
        "ratio>|A number is missing after ratio>.",
        "loss<abc|In loss<abc, abc is not a number of pp.",
        "ratio>5x|In ratio>5x, 5x is not a number.",
        ">5|There is no number before the sign; there are run, ratio, size, top1, loss, encode, decode, fc1, fc2.",
        "codr:sz|There is no text codr; there are coder, note, tag, network."
      })
  void saysWhatIsWrong(String text, String sentence) {
    assertEquals(sentence, assertThrows(Fault.class, () -> filter.parse(text)).sentence());
  }

  @Test
  void aLayerWithoutABoundIsWithinNoRange() {
    assertEquals("1 2", found("fc1>0"));
    assertEquals("1 2", found("fc1<100"));
  }
}
