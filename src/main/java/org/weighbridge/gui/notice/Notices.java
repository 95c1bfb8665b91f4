package org.weighbridge.gui.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notice at hand; a newer one replaces it. */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>();
  private final List<Consumer<? super Notice>> listeners = new ArrayList<>();

  public ReadOnlyObjectProperty<@Nullable Notice> current() {
    return current.getReadOnlyProperty();
  }

  /** Tells the listener of every notice from now on, of equal ones in succession too. */
  public void listen(Consumer<? super Notice> listener) {
    listeners.add(listener);
  }

  public void show(Notice notice) {
    current.set(notice);
    listeners.forEach(listener -> listener.accept(notice));
  }

  /** Tells the user of a failed job; defects go to the log with their trace. */
  public void failed(Throwable failure) {
    var notice = Notice.of(failure);
    if (notice.kind() == Notice.Kind.DEFECT) {
      LOG.error("unexpected failure", failure);
    }
    show(notice);
  }

  public void dismiss() {
    current.set(null);
  }
}
