package org.weighbridge.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar of the run-time class path as the build wrote it down. It lies in a local repository,
 * {@code group/artifact/version/artifact-version.jar}, with the groups' dots as folders.
 *
 * @param name {@code group:artifact}
 */
record RuntimeLibrary(String name, String version, Path jar) {
  private static final Path CLASS_PATH = Path.of("target", "runtime-class-path.txt");

  /** All libraries by name; the jars that one artifact has per platform count once. */
  static Map<String, RuntimeLibrary> all() throws IOException {
    String written = Files.readString(CLASS_PATH).strip();
    var jars = Stream.of(written.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
    Path common = jars.getFirst();
    while (!jars.stream().allMatch(isBelow(common))) {
      common = common.getParent();
    }
    Path repository = common;
    var libraries = new TreeMap<String, RuntimeLibrary>();
    for (Path jar : jars) {
      Path folder = repository.relativize(jar).getParent();
      Path artifact = folder.getParent();
      String group = artifact.getParent().toString().replace(File.separatorChar, '.');
      String name = group + ":" + artifact.getFileName();
      libraries.put(name, new RuntimeLibrary(name, folder.getFileName().toString(), jar));
    }
    return libraries;
  }

  private static java.util.function.Predicate<Path> isBelow(Path folder) {
    return path -> path.startsWith(folder);
  }
}
