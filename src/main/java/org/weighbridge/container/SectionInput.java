package org.weighbridge.container;

import java.io.IOException;
import java.io.InputStream;

/** Part of a file, read slice by slice. */
final class SectionInput extends InputStream {
  private static final int SLICE = 1 << 18;

  private final Source source;
  private final long end;
  private long next;
  private byte[] slice = {};
  private int at;

  SectionInput(Source source, long from, int size) {
    this.source = source;
    this.next = from;
    this.end = from + size;
  }

  @Override
  public int read() throws IOException {
    return fetched() ? slice[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!fetched()) {
      return -1;
    }
    int some = Math.min(count, slice.length - at);
    System.arraycopy(slice, at, bytes, from, some);
    at += some;
    return some;
  }

  private boolean fetched() throws IOException {
    if (at < slice.length) {
      return true;
    }
    slice = source.bytes(next, (int) Math.min(SLICE, end - next));
    next += slice.length;
    at = 0;
    return slice.length > 0;
  }
}
