package org.weighbridge.gui.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.weighbridge.benchmark.window.TemporaryFolders;
import org.weighbridge.file.UserFolder;

/** A folder in place of the user's cache, gone afterwards. */
final class EmptyCache implements AutoCloseable {
  private final Path folder;

  EmptyCache() {
    try {
      folder = Files.createTempDirectory("weighbridge");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is made while the folder is the user's cache. */
  <T> T during(Supplier<T> task) {
    String property = UserFolder.CACHE.property();
    String before = System.getProperty(property);
    System.setProperty(property, folder.toString());
    try {
      return task.get();
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }

  @Override
  public void close() {
    try {
      TemporaryFolders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
