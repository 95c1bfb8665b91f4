package org.weighbridge.workflow;

import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.network.Network;

/**
 * A data set, and what its parts are for. Bounds are chosen on one part and reported on another.
 *
 * @param where what {@link DataSets#open} takes: a folder, a file, or {@code digits}
 * @param preprocessing how samples become the network's input
 * @param chooseOn the part that settings are chosen by
 * @param chooseLimit how many samples of it at most, the first ones
 * @param reportOn the part that results are reported on
 * @param limit how many samples of any other part at most, the first ones
 */
public record Data(
    String where,
    Preprocessing preprocessing,
    Split chooseOn,
    OptionalInt chooseLimit,
    Split reportOn,
    OptionalInt limit) {

  /** Choose by validation samples, report on test samples, all of them. */
  public static Data of(String where, Preprocessing preprocessing) {
    return new Data(
        where,
        preprocessing,
        Split.VALIDATION,
        OptionalInt.empty(),
        Split.TEST,
        OptionalInt.empty());
  }

  /** No more than this many samples of every part. */
  public Data withLimit(int samples) {
    var most = OptionalInt.of(samples);
    return new Data(where, preprocessing, chooseOn, most, reportOn, most);
  }

  /**
   * The samples that settings are chosen by.
   *
   * @throws org.weighbridge.fault.Fault when there is nothing to read or it is damaged
   */
  public Dataset choosing() {
    return DataSets.open(where, chooseOn, chooseLimit);
  }

  /**
   * The samples that results are reported on.
   *
   * @throws org.weighbridge.fault.Fault when there is nothing to read or it is damaged
   */
  public Dataset reporting() {
    return DataSets.open(where, reportOn, limit);
  }

  /**
   * The samples of a part, ready to learn from.
   *
   * @throws org.weighbridge.fault.Fault when there is nothing to read or it is damaged
   */
  public LabelledSamples learning(Split split) {
    return new LabelledSamples(DataSets.open(where, split, limit), preprocessing);
  }

  /** Measures a network on some of the samples; to be closed. */
  public Evaluator evaluator(Network network, Dataset samples) {
    return Evaluators.open(network, samples, preprocessing);
  }
}
