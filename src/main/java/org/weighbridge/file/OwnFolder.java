package org.weighbridge.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Finds and opens the files that another file names.
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
      Path folder = Objects.requireNonNull(namedBy.toAbsolutePath().getParent()).toRealPath();
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

  /**
   * Opens the file of that name to read. What is opened is what was found: the way to it is gone
   * again step by step, and no step may have become a link meanwhile.
   *
   * @throws IOException as {@link #find}, or when it cannot be read
   */
  public static FileChannel open(Path namedBy, String location) throws IOException {
    Path folder = Objects.requireNonNull(namedBy.toAbsolutePath().getParent()).toRealPath();
    return openWithin(folder, folder.relativize(find(namedBy, location).toRealPath()));
  }

  /** Opens a file below a folder by a path on which nothing is a link. */
  static FileChannel openWithin(Path folder, Path relative) throws IOException {
    try (var stream = Files.newDirectoryStream(folder)) {
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return open(secure, relative);
      }
    }
    // Systems without opening relative to an open folder: the last step at least is no link.
    Path file = folder.resolve(relative);
    return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileChannel open(SecureDirectoryStream<Path> folder, Path relative)
      throws IOException {
    Path first = relative.getName(0);
    if (relative.getNameCount() > 1) {
      try (var below = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
        return open(below, first.relativize(relative));
      }
    }
    var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return (FileChannel) folder.newByteChannel(first, options);
  }

  private static boolean climbs(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(part -> part.toString().equals(".."));
  }
}
