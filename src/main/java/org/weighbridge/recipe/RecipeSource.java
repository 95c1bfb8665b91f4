package org.weighbridge.recipe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.InputFile;

/**
 * The text of a recipe, and the files that stand near it.
 *
 * @param file of the recipe
 */
record RecipeSource(Path file, String text) {
  /** The reader of YAML takes memory for a long word by the square of its length. */
  private static final long LARGEST = 256 << 10;

  /**
   * Reads the file.
   *
   * @throws Fault when it is missing, too large or no text
   */
  static RecipeSource read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new Fault(file + " is a folder; name the recipe in it.");
      }
      if (Files.size(file) > LARGEST) {
        throw new Fault(
            file + " is larger than 256 KB, too large for a recipe; name another file.");
      }
      InputFile.check(file);
      return new RecipeSource(file, decoded(Files.readAllBytes(file), file));
    } catch (IOException e) {
      throw new Fault(
          Files.exists(file)
              ? "Cannot read %s; look at its permissions.".formatted(file)
              : "There is no recipe %s; name a file that is there.".formatted(file),
          e);
    }
  }

  private static String decoded(byte[] bytes, Path file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
      throw new Fault(file + " is no text file; name a recipe in YAML, saved as UTF-8.");
    } catch (CharacterCodingException e) {
      throw new Fault(file + " is no text file; name a recipe in YAML, saved as UTF-8.", e);
    }
  }

  /** A file or folder in the recipe's folder, else in the current one. */
  Optional<Path> find(String name) {
    try {
      Path near = file.resolveSibling(name);
      if (Files.exists(near)) {
        return Optional.of(near);
      }
      Path here = Path.of(name);
      return Files.exists(here) ? Optional.of(here) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What a recipe is called that does not say it: the file without its ending. */
  String title() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
