package org.weighbridge.recipe;

import java.util.OptionalInt;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.workflow.Data;

/**
 * The data of a job, before it is known how the model wants samples.
 *
 * @param where a folder or file that is there, or {@code digits}
 * @param limit how many samples of a part at most, the first ones
 * @param chooseOn the part that settings are chosen by
 * @param chooseLimit how many samples of it at most
 * @param reportOn the part that results are reported on
 */
public record DataChoice(
    String where, OptionalInt limit, Split chooseOn, OptionalInt chooseLimit, Split reportOn) {
  /** Choose by validation samples, report on test samples, all of them. */
  public static DataChoice of(String where) {
    return new DataChoice(
        where, OptionalInt.empty(), Split.VALIDATION, OptionalInt.empty(), Split.TEST);
  }

  /** The same for a model, fed as its sidecar says. */
  public Data on(ModelSidecar sidecar) {
    return new Data(where, sidecar.preprocessing(), chooseOn, chooseLimit, reportOn, limit);
  }
}
