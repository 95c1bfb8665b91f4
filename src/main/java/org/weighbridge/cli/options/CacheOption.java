package org.weighbridge.cli.options;

import java.util.function.Consumer;
import org.weighbridge.assessment.store.PointStore;
import picocli.CommandLine.Option;

/** Whether what was assessed before is looked up, and what is learnt kept. */
public final class CacheOption {
  @Option(
      names = "--no-cache",
      order = 44,
      description =
          "Measure everything anew: neither look up what was assessed before nor keep anything.")
  private boolean off;

  /**
   * Where assessed points are kept.
   *
   * @param notice told when that is impossible
   */
  public PointStore store(Consumer<String> notice) {
    return off ? PointStore.off() : PointStore.ofUser(notice);
  }
}
