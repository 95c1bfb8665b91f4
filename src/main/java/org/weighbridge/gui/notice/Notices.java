package org.weighbridge.gui.notice;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notice at hand; a newer one replaces it. */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>();

  public ReadOnlyObjectProperty<@Nullable Notice> current() {
    return current.getReadOnlyProperty();
  }

  public void show(Notice notice) {
    current.set(notice);
  }

  /** Tells the user of a failed job; defects go to the log with their trace. */
  public void failed(Throwable failure) {
    var notice = Notice.of(failure);
    if (notice.kind() == Notice.Kind.DEFECT) {
      LOG.error("unexpected failure", failure);
    }
    current.set(notice);
  }

  public void dismiss() {
    current.set(null);
  }
}
