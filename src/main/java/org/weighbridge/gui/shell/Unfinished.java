package org.weighbridge.gui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.session.SessionKeeper;
import org.weighbridge.gui.session.SessionKeeper.Left;
import org.weighbridge.gui.welcome.Offer;

/** Offers to go on with what a program that ended left unsaved. */
final class Unfinished {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private Unfinished() {}

  static ObservableValue<@Nullable Offer> of(SessionKeeper sessions, Dialogs dialogs) {
    return sessions
        .left()
        .map(
            left ->
                new Offer(
                    about(left),
                    () -> sessions.resume(left, dialogs),
                    () -> sessions.forget(left)));
  }

  private static String about(Left left) {
    var state = left.state();
    int runs = state.runs().size();
    return "%s%s · %d %s · left %s"
        .formatted(
            state.model().path().replaceFirst(".*[/\\\\]", ""),
            state.data().map(data -> " on " + data.where()).orElse(""),
            runs,
            runs == 1 ? "run" : "runs",
            WHEN.format(left.at()));
  }
}
