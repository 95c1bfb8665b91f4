package org.weighbridge.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.weighbridge.fault.Harmless;

/**
 * Takes out of what is written all that would steer a terminal: names of layers and models come
 * from files of anybody.
 */
final class HarmlessWriter extends FilterWriter {
  HarmlessWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] text, int from, int count) throws IOException {
    write(new String(text, from, count), 0, count);
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    out.write(Harmless.output(text.substring(from, from + count)));
  }
}
