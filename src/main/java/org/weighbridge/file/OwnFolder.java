package org.weighbridge.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/**
 * Finds the files that another file names.
 *
 * <p>A file may name only files in its own folder or below, wherever symbolic links lead: one from
 * elsewhere must not be able to make this program read the user's other files.
 */
public final class OwnFolder {
  private OwnFolder() {}

  /** A name leads out of the folder, or to nothing that could be a file. */
  public static final class OutsideException extends IOException {
    private static final long serialVersionUID = 1L;

    OutsideException(String location) {
      super("it is no file in the folder: " + location);
    }
  }

  /**
   * The file of that name.
   *
   * @param namedBy the file that names it, wherever a link to that leads
   * @param location relative to its folder
   * @throws OutsideException when it is absolute, climbs with {@code ..}, or a link leads out
   * @throws FileNotFoundException when there is no such file
   */
  public static Path find(Path namedBy, String location) throws IOException {
    try {
      Path folder = namedBy.toAbsolutePath().getParent().toRealPath();
      Path relative = Path.of(location);
      if (location.isEmpty() || relative.getRoot() != null || climbs(relative)) {
        throw new OutsideException(location);
      }
      Path file = folder.resolve(relative);
      if (!Files.isRegularFile(file)) {
        throw new FileNotFoundException(location);
      }
      if (!file.toRealPath().startsWith(folder)) {
        throw new OutsideException(location);
      }
      return file;
    } catch (InvalidPathException e) {
      throw new OutsideException(location);
    }
  }

  private static boolean climbs(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(part -> part.toString().equals(".."));
  }
}
