package org.weighbridge.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.zip.Checksum;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damage behind a checksum, which is mended afterwards: else nothing behind it is ever reached. */
public final class Behind {
  private Behind() {}

  @SuppressWarnings("ArrayRecordComponent") // passed on within the class
  private record Entry(String name, byte[] content) {}

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Damage to what a gzip file holds. */
  public static Damage gzip(Damage inner) {
    return (good, other, random) -> gzipped(inner.of(gunzipped(good), gunzipped(other), random));
  }

  /** Damage to an entry of a zip file, or to which entries there are. */
  public static Damage zip(Damage inner) {
    return (good, other, random) -> {
      var entries = entries(good);
      int at = random.nextInt(entries.size());
      Entry one = entries.get(at);
      switch (random.nextInt(12)) {
        case 0 -> entries.remove(at);
        case 1 -> entries.add(new Entry(name(random) + one.name, one.content));
        case 2 -> entries.set(at, new Entry(name(random), one.content));
        default -> {
          var others = entries(other);
          byte[] piece = others.get(random.nextInt(others.size())).content;
          entries.set(at, new Entry(one.name, inner.of(one.content, piece, random)));
        }
      }
      return zipped(entries, random.nextInt(4) == 0 ? ZipEntry.STORED : ZipEntry.DEFLATED);
    };
  }

  /** Damage between the first bytes and a 32-bit big-endian sum of all before it, at the end. */
  public static Damage sum(int kept, Supplier<Checksum> kind, Damage inner) {
    return (good, other, random) -> {
      byte[] body = Arrays.copyOfRange(good, kept, good.length - Integer.BYTES);
      byte[] damaged = inner.of(body, other, random);
      byte[] content = ByteDamage.joined(Arrays.copyOf(good, kept), damaged);
      Checksum sum = kind.get();
      sum.update(content);
      var end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.BIG_ENDIAN);
      return ByteDamage.joined(content, end.putInt((int) sum.getValue()).array());
    };
  }

  private static String name(SplittableRandom random) {
    return List.of("../", "/", "..\\", "C:\\", "a\0b", "\u001b[2J", "", "x".repeat(60_000))
        .get(random.nextInt(8));
  }

  /** A zip file with one entry. */
  public static byte[] zipped(String name, byte[] content) {
    return zipped(List.of(new Entry(name, content)), ZipEntry.DEFLATED);
  }

  private static byte[] zipped(List<Entry> entries, int method) {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            var names = new ArrayList<String>();
            for (Entry entry : entries) {
              if (names.contains(entry.name)) {
                continue;
              }
              names.add(entry.name);
              var head = new ZipEntry(entry.name);
              head.setMethod(method);
              if (method == ZipEntry.STORED) {
                var sum = new java.util.zip.CRC32();
                sum.update(entry.content);
                head.setCrc(sum.getValue());
                head.setSize(entry.content.length);
              }
              zip.putNextEntry(head);
              zip.write(entry.content);
              zip.closeEntry();
            }
          }
        });
  }

  private static List<Entry> entries(byte[] file) {
    var entries = new ArrayList<Entry>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(new Entry(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** A gzip file. */
  public static byte[] gzipped(byte[] content) {
    return written(
        out -> {
          try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
          }
        });
  }

  private static byte[] gunzipped(byte[] file) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
