package org.weighbridge.assessment.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a user's caches are on this kind of machine. */
final class CacheFolder {
  /** The system property that names another folder. */
  static final String PROPERTY = "weighbridge.cache";

  /** The environment variable that names another folder. */
  static final String VARIABLE = "WEIGHBRIDGE_CACHE";

  private static final String NAME = "weighbridge";

  private CacheFolder() {}

  /** The folder for this process, which need not be there yet; empty when none can be named. */
  static Optional<Path> find() {
    return find(System::getProperty, System::getenv);
  }

  static Optional<Path> find(
      UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
    return folder(property.apply(PROPERTY), "")
        .or(() -> folder(environment.apply(VARIABLE), ""))
        .or(() -> usual(property, environment));
  }

  private static Optional<Path> usual(
      UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
    String system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
    String home = property.apply("user.home");
    if (system.startsWith("windows")) {
      return folder(environment.apply("LOCALAPPDATA"), NAME);
    }
    if (system.startsWith("mac")) {
      return folder(home, "Library/Caches/" + NAME);
    }
    return folder(environment.apply("XDG_CACHE_HOME"), NAME)
        .filter(Path::isAbsolute) // the XDG specification: relative paths are to be ignored
        .or(() -> folder(home, ".cache/" + NAME));
  }

  private static Optional<Path> folder(@Nullable String base, String below) {
    if (base == null || base.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(base).resolve(below));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
