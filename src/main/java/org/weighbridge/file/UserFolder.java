package org.weighbridge.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's own files are on this kind of machine: as the XDG base directories say, and in
 * their usual places on other systems. A system property or an environment variable names another
 * folder.
 */
public enum UserFolder {
  /** What can be computed again. */
  CACHE("cache", "XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA"),
  /** What the user has set. */
  CONFIGURATION("config", "XDG_CONFIG_HOME", ".config", "Library/Preferences", "APPDATA"),
  /** What must not be lost when the program ends, but is of this machine. */
  STATE("state", "XDG_STATE_HOME", ".local/state", "Library/Application Support", "LOCALAPPDATA");

  private static final String NAME = "weighbridge";

  private final String word;
  private final String xdg;
  private final String linux;
  private final String mac;
  private final String windows;

  UserFolder(String word, String xdg, String linux, String mac, String windows) {
    this.word = word;
    this.xdg = xdg;
    this.linux = linux;
    this.mac = mac;
    this.windows = windows;
  }

  /** The system property that names another folder, such as {@code weighbridge.cache}. */
  public String property() {
    return NAME + "." + word;
  }

  /** The environment variable that names another folder, such as {@code WEIGHBRIDGE_CACHE}. */
  public String variable() {
    return (NAME + "_" + word).toUpperCase(Locale.ROOT);
  }

  /** The folder for this process, which need not be there yet; empty when none can be named. */
  public Optional<Path> find() {
    return find(System::getProperty, System::getenv);
  }

  Optional<Path> find(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
    return folder(properties.apply(property()), "")
        .or(() -> folder(environment.apply(variable()), ""))
        .or(() -> usual(properties, environment));
  }

  private Optional<Path> usual(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
    String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    String home = properties.apply("user.home");
    if (system.startsWith("windows")) {
      return folder(environment.apply(windows), NAME);
    }
    if (system.startsWith("mac")) {
      return folder(home, mac + "/" + NAME);
    }
    return folder(environment.apply(xdg), NAME)
        .filter(Path::isAbsolute) // the XDG specification: relative paths are to be ignored
        .or(() -> folder(home, linux + "/" + NAME));
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
