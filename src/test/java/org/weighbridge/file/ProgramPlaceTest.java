package org.weighbridge.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramPlaceTest {
  private static final String CLASS = "org/weighbridge/file/ProgramPlace.class";

  @Test
  void findsTheFolderOfTheClasses() {
    assertTrue(Files.exists(ProgramPlace.find().resolve(CLASS)), ProgramPlace.find().toString());
  }

  @Test
  void findsTheArchiveWhateverItsName(@TempDir Path folder) throws Exception {
    Path archive = archive(folder.resolve("a + b % ü.jar"));
    var parent = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(new URL[] {archive.toUri().toURL()}, parent)) {
      assertEquals(archive, ProgramPlace.find(loader.loadClass(ProgramPlace.class.getName())));
    }
  }

  private static Path archive(Path file) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(CLASS));
      Files.copy(ProgramPlace.find().resolve(CLASS), out);
    }
    return file;
  }
}
