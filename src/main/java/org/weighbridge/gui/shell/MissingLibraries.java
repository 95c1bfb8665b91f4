package org.weighbridge.gui.shell;

import javafx.scene.text.Font;
import org.weighbridge.fault.Fault;

/** Says what JavaFX misses of the system: its own words are of pointers and linkage. */
public final class MissingLibraries {
  private static final String PACKAGES =
      "on Debian: apt-get install --no-install-recommends libgtk-3-0 libxtst6 libgl1 libxxf86vm1"
          + " libpangoft2-1.0-0 fonts-dejavu-core";

  private MissingLibraries() {}

  /**
   * A failure of JavaFX's start or of a first window: a {@link Fault} where the system lacks what
   * windows need, otherwise the failure as it came, wrapped if it was an error.
   */
  public static RuntimeException explain(Throwable failure) {
    if (failure instanceof Fault fault) {
      return fault;
    }
    if (comesOf(UnsatisfiedLinkError.class, failure)) {
      return new Fault(
          "The system lacks libraries that the window needs; install them (" + PACKAGES + ").",
          failure);
    }
    if (comesOf(UnsupportedOperationException.class, failure)) {
      return new Fault(
          "The display cannot be opened; on the command line, weighbridge --help lists what works"
              + " without one. Where there is a display, install GTK 3 ("
              + PACKAGES
              + ").",
          failure);
    }
    if (!drawsText()) {
      return new Fault(
          "The system has no fonts, or not the libraries to draw text; install them ("
              + PACKAGES
              + ").",
          failure);
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  private static boolean comesOf(Class<? extends Throwable> type, Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** Whether JavaFX has a font; without Pango or any font file it fails on the way. */
  private static boolean drawsText() {
    try {
      return Font.getDefault() != null;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }
}
