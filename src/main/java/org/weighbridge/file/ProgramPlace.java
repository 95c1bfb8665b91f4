package org.weighbridge.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Where the program lies. */
public final class ProgramPlace {
  private ProgramPlace() {}

  /**
   * The program's archive, or the folder of its classes.
   *
   * <p>The class loader is asked. The code source of a class that comes from a cache of loaded
   * classes says where the program lay when the cache was made, and nothing where no program lies
   * there any more (JDK 25).
   */
  public static Path find() {
    return find(ProgramPlace.class);
  }

  /** The same of the program that some class belongs to. */
  static Path find(Class<?> type) {
    URL url = type.getResource(type.getSimpleName() + ".class");
    if (url == null) {
      throw new IllegalStateException("the class loader does not find " + type.getName());
    }
    try {
      if (url.openConnection() instanceof JarURLConnection archive) {
        return Path.of(URI.create(archive.getJarFileURL().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path folder = Path.of(URI.create(url.toString()));
    for (int names = type.getName().split("\\.", -1).length; names > 0; names--) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }
}
