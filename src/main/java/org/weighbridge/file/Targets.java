package org.weighbridge.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** What stands where a file is to be written, and what of it has to stay. */
final class Targets {
  /** As many as Linux follows (path_resolution(7)). */
  private static final int MOST_LINKS = 40;

  private Targets() {}

  /**
   * The end of a chain of links, which need not be there. A link in {@code /dev} or {@code /proc}
   * is none: it stands for what a process has open.
   */
  static Path behindLinks(Path target) throws IOException {
    Path at = target;
    for (int i = 0; i < MOST_LINKS; i++) {
      if (!Files.isSymbolicLink(at) || isOfTheKernel(at)) {
        return at;
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    throw new FileSystemLoopException(target.toString());
  }

  /** Whether it can be written but not be replaced: a device, a pipe, an open file. */
  static boolean isNoFile(Path target) {
    return Files.exists(target)
        && (isOfTheKernel(target) || (!Files.isRegularFile(target) && !Files.isDirectory(target)));
  }

  private static boolean isOfTheKernel(Path path) {
    Path at = path.normalize();
    return (at.startsWith("/dev") && !at.startsWith("/dev/shm")) || at.startsWith("/proc");
  }

  /** Gives a new file owner, group and rights of the one it replaces, as far as that is allowed. */
  static void keepRights(Path old, Path fresh) throws IOException {
    var before = Files.getFileAttributeView(old, PosixFileAttributeView.class);
    var after =
        Files.getFileAttributeView(fresh, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (before == null || after == null || !Files.exists(old)) {
      return;
    }
    var attributes = before.readAttributes();
    var now = after.readAttributes();
    try {
      if (!now.group().equals(attributes.group())) {
        after.setGroup(attributes.group());
      }
      if (!now.owner().equals(attributes.owner())) {
        after.setOwner(attributes.owner());
      }
    } catch (IOException e) {
      // only the superuser may give files away: the new one belongs to who wrote it
    }
    after.setPermissions(attributes.permissions());
  }

  /** Puts the new name on the disk, so that the file is there after a power cut, too. */
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and some file systems sync none: the file is whole in any case
    }
  }
}
