package org.weighbridge.assessment.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;

/** Keeps a folder of caches small. What other processes do there meanwhile does no harm. */
final class LeastRecentlyUsed {
  /** What a file takes on most disks, however small it is. */
  private static final long BLOCK = 4096;

  private LeastRecentlyUsed() {}

  private record Used(Path file, FileTime last, long bytes) {}

  /** Marks a file as used now, if it is there. */
  static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // there is none yet, or it is of another user: then it goes earlier
    }
  }

  /** Deletes the files that were not used for longest until all together are small enough. */
  static void trim(Path folder, long limit) {
    var files = new ArrayList<Used>();
    try (var entries = Files.newDirectoryStream(folder, "*.{loss,size}")) {
      for (Path file : entries) {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long bytes = Math.ceilDiv(attributes.size(), BLOCK) * BLOCK;
        files.add(new Used(file, attributes.lastModifiedTime(), bytes));
      }
      files.sort(Comparator.comparing(Used::last));
      long total = files.stream().mapToLong(Used::bytes).sum();
      for (Used used : files) {
        if (total <= limit) {
          return;
        }
        Files.deleteIfExists(used.file());
        total -= used.bytes();
      }
    } catch (IOException | DirectoryIteratorException e) {
      // no folder yet, or no right to tidy it up
    }
  }
}
