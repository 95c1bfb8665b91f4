package org.weighbridge.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files as they come from anybody: only ordinary ones are opened, because a pipe waits for ever and
 * a device never ends, and none is read that is larger than its kind can be.
 */
public final class InputFile {
  private InputFile() {}

  /**
   * Looks whether a file can be opened and read to an end, wherever links to it lead.
   *
   * @throws IOException that says in words why not, as {@link AtomicFile#reason} repeats it
   */
  public static void check(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      return;
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    throw new IOException(
        Files.isDirectory(file)
            ? "it is a folder; name a file in it"
            : "it is a pipe or a device; copy its content into a file and name that");
  }

  /**
   * All bytes of a file.
   *
   * @param most bytes that it may have, less than 2^31
   * @throws IOException when it is no file, is larger, or cannot be read
   */
  public static byte[] bytes(Path file, long most) throws IOException {
    check(file);
    if (Files.size(file) > most) {
      throw new IOException(
          "it is larger than the %s that such a file can have; name another file"
              .formatted(most < 1 << 20 ? (most >> 10) + " KB" : (most >> 20) + " MB"));
    }
    return Files.readAllBytes(file);
  }

  /**
   * The text of a file.
   *
   * @param most bytes that it may have, less than 2^31
   * @throws IOException when it is no file, is larger, is not UTF-8, or cannot be read
   */
  public static String text(Path file, long most) throws IOException {
    try {
      var bytes = ByteBuffer.wrap(bytes(file, most));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is no text in UTF-8", e);
    }
  }
}
