package org.weighbridge.figure.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file with no glyphs but those of some text. */
final class FontSubset {
  /**
   * The tables that browsers ask for and those of hinting. Kerning and ligatures are left out: text
   * is laid out without them, and their tables would number the glyphs of the whole font.
   */
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "name", "post", "prep");

  private FontSubset() {}

  /** A TrueType file; characters that the typeface does not have are left out. */
  static byte[] of(Typeface typeface, String text) {
    try (var font = new TTFParser().parse(new RandomAccessReadBuffer(typeface.file()))) {
      var subsetter = new TTFSubsetter(font, TABLES);
      subsetter.add(' ');
      text.codePoints().sorted().distinct().forEach(subsetter::add);
      var out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory was read and written
    }
  }
}
