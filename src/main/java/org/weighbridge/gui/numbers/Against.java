package org.weighbridge.gui.numbers;

import java.util.Locale;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;

/**
 * Numbers of the current configuration as differences to those of a pinned run.
 *
 * @param run what is compared with
 */
record Against(Run run) {
  String ratio(double ratio) {
    return shortRatio(ratio) + vs();
  }

  /** Without saying of which run. */
  String shortRatio(double ratio) {
    double more = ratio - run.file().ratio();
    return signed(more, Numbers.ratio(Math.abs(more)));
  }

  String bytes(long bytes) {
    return shortBytes(bytes) + vs();
  }

  /** Without saying of which run. */
  String shortBytes(long bytes) {
    long more = bytes - run.file().fileBytes();
    return signed((double) more, Numbers.bytes(Math.abs(more)));
  }

  /**
   * @param top1 a fraction, on the samples of the run
   */
  String points(double top1) {
    double before = run.accuracy().orElseThrow().accuracy().top1();
    return Numbers.points(100 * (top1 - before)) + vs();
  }

  String encode(long nanos) {
    return time(nanos - run.file().encodeNanos());
  }

  String decode(long nanos) {
    return time(nanos - run.file().decodeNanos());
  }

  String error() {
    return String.format(
        Locale.ROOT,
        "%s in run %d",
        Errors.of(run.file(), run.configuration()).words(),
        run.number());
  }

  private String time(long more) {
    return signed((double) more, Numbers.duration(Math.abs(more))) + vs();
  }

  private static String signed(double difference, String size) {
    return (difference < 0 ? "-" : "+") + size;
  }

  private String vs() {
    return " vs run " + run.number();
  }
}
