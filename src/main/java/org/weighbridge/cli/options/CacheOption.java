package org.weighbridge.cli.options;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.store.PointStore;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether what was assessed before is looked up, and what is learnt kept. */
public final class CacheOption {
  @Option(
      names = "--no-cache",
      order = 44,
      description =
          "Measure everything anew: neither look up what was assessed before nor keep anything.")
  private boolean off;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  /**
   * Where assessed points are kept; the curves of a session that is named are known there, too.
   *
   * @param notice told when that is impossible
   */
  public PointStore store(Consumer<String> notice) {
    if (off) {
      return PointStore.off();
    }
    var store = PointStore.ofUser(notice);
    SessionModel.of(mixee)
        .ifPresent(
            session ->
                session
                    .state()
                    .curves()
                    .forEach(
                        of ->
                            of.key().ifPresent(key -> store.know(key, of.assessment().curves()))));
    return store;
  }
}
