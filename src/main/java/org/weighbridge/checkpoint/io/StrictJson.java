package org.weighbridge.checkpoint.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON (RFC 8259) of files that nobody vouches for, read as a stream: neither nesting nor a giant
 * text or number takes memory. Whatever is malformed ends in an {@link IOException}.
 */
final class StrictJson implements AutoCloseable {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_ITEM = 1 << 16;

  private final Ration ration;
  private final JsonReader reader;

  /** Reads UTF-8 up to the stream's end. */
  StrictJson(InputStream in) {
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ration = new Ration(new InputStreamReader(in, utf8));
    reader = new JsonReader(ration);
    reader.setStrictness(Strictness.STRICT);
  }

  /** The content is not what belongs there; the message says so to people. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super(what);
    }
  }

  /** What to do with each member of an object, whose value is next. */
  interface Member {
    void read(String key) throws IOException;
  }

  /** Reads an object; the keys may repeat. */
  void object(Member member) throws IOException {
    expect(JsonToken.BEGIN_OBJECT);
    reader.beginObject();
    while (true) {
      ration.fill(LONGEST_ITEM);
      if (!reader.hasNext()) {
        break;
      }
      member.read(sound(reader.nextName()));
    }
    reader.endObject();
  }

  /** What to do with each element of an array. */
  interface Element {
    void read() throws IOException;
  }

  void array(Element element) throws IOException {
    expect(JsonToken.BEGIN_ARRAY);
    reader.beginArray();
    while (reader.hasNext()) {
      element.read();
    }
    reader.endArray();
  }

  String text() throws IOException {
    expect(JsonToken.STRING);
    return sound(reader.nextString());
  }

  /** A whole number from 0 to 2^63 - 1, written as one. */
  long count() throws IOException {
    expect(JsonToken.NUMBER);
    String digits = reader.nextString();
    if (!digits.matches("\\d{1,18}")) {
      throw new Malformed("a size is no whole number of bytes or elements");
    }
    return Long.parseLong(digits);
  }

  /** Goes over a text of any length. */
  void skipText() throws IOException {
    expect(JsonToken.STRING);
    skip();
  }

  /** Goes over any value, as long as it is not nested deeper than a few hundred levels. */
  void skip() throws IOException {
    ration.fill(Long.MAX_VALUE);
    reader.skipValue();
  }

  /** Only white space may follow. */
  void end() throws IOException {
    expect(JsonToken.END_DOCUMENT);
  }

  private void expect(JsonToken wanted) throws IOException {
    JsonToken token = reader.peek();
    if (token != wanted) {
      throw new Malformed("%s stands where %s belongs".formatted(token, wanted));
    }
  }

  /** What is wrong, for a sentence: Gson's own words name places that mean nothing to people. */
  static String reason(Exception e) {
    return e instanceof Malformed ? String.valueOf(e.getMessage()) : "it is no valid JSON";
  }

  private static String sound(String text) throws IOException {
    if (text.length() > LONGEST_TEXT) {
      throw new Malformed("a name has more than " + LONGEST_TEXT + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Malformed("a name has half a character");
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Gives out a number of characters at most before it is filled again. */
  private static final class Ration extends FilterReader {
    private long left = LONGEST_ITEM;

    Ration(Reader in) {
      super(in);
    }

    void fill(long characters) {
      left = characters;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (left < 0) {
        throw new Malformed("one item has more than " + LONGEST_ITEM + " characters");
      }
      int count = super.read(buffer, offset, length);
      left -= count;
      return count;
    }
  }
}
