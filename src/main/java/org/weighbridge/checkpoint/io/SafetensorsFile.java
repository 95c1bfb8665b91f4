package org.weighbridge.checkpoint.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Fault;
import org.weighbridge.fault.Printable;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.Safetensors;

/**
 * One file of safetensors: the header's length in 8 bytes, the header in JSON, the tensors' bytes
 * (huggingface/safetensors, README, Format).
 */
final class SafetensorsFile {
  private static final int LENGTH = 8;
  private static final int MOST_TENSORS = 1 << 20;
  private static final String POINTER = "version https://git-lfs";

  private final Path path;

  private SafetensorsFile(Path path) {
    this.path = path;
  }

  /**
   * The tensors of a file, in the order of their bytes.
   *
   * @param index what they call their file by
   * @throws Fault when the file is damaged, or is none of safetensors
   */
  static List<StoredTensor> tensors(Path path, int index, Progress progress) {
    return new SafetensorsFile(path).tensors(index, progress);
  }

  private List<StoredTensor> tensors(int index, Progress progress) {
    try (var channel = FileChannel.open(path)) {
      long size = channel.size();
      var in = Channels.newInputStream(channel);
      byte[] start = in.readNBytes(LENGTH);
      long header = start.length < LENGTH ? -1 : length(start);
      if (header < 2 || header > Safetensors.LONGEST_HEADER) {
        throw Refusal.of(path, diagnosis(start, in));
      }
      if (header > size - LENGTH) {
        throw cutOff("its header has %d bytes and the file %d".formatted(header, size));
      }
      long data = LENGTH + header;
      var entries = entries(in, header, progress);
      check(entries, size - data);
      return entries.stream().map(entry -> stored(entry, index, data)).toList();
    } catch (IOException e) {
      throw Refusal.of(path, e);
    }
  }

  private static long length(byte[] start) {
    return ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static String diagnosis(byte[] start, InputStream in) throws IOException {
    byte[] rest = in.readNBytes(POINTER.length());
    var head = new StringBuilder();
    for (byte[] bytes : List.of(start, rest)) {
      head.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    if (head.indexOf(POINTER) == 0) {
      return "it is a Git LFS pointer, not the weights themselves; fetch them with git lfs pull";
    }
    return start.length < LENGTH
        ? "it is too short for a safetensors file; get it again"
        : "its first 8 bytes are no length of a header, so it is no safetensors file; get it again"
            + " or choose another";
  }

  private Fault cutOff(String how) {
    return Refusal.of(path, how + ", so it is cut off or damaged; get it again");
  }

  private List<HeaderEntry> entries(InputStream in, long header, Progress progress)
      throws IOException {
    // no more than the file's own size, which was compared
    byte[] text = in.readNBytes((int) header);
    if (text.length < header) {
      throw new EOFException("it became shorter while it was read; try again");
    }
    var entries = new ArrayList<HeaderEntry>();
    Set<String> names = new HashSet<>();
    var at = new String[] {""};
    try (var json = new StrictJson(new ByteArrayInputStream(text))) {
      json.object(
          name -> {
            progress.check();
            at[0] = name;
            if (!names.add(name)) {
              throw new StrictJson.Malformed("it is there twice");
            }
            if (name.equals("__metadata__")) {
              json.object(key -> json.skipText());
            } else if (entries.size() == MOST_TENSORS) {
              throw new StrictJson.Malformed("there are more than 2^20 tensors");
            } else {
              entries.add(HeaderEntry.read(name, json));
            }
          });
      at[0] = "";
      json.end();
    } catch (IOException | IllegalStateException e) {
      throw Refusal.of(
          path,
          "its header is damaged%s: %s; get it again"
              .formatted(
                  at[0].isEmpty() ? "" : " at tensor " + Printable.of(at[0]), StrictJson.reason(e)),
          e);
    }
    entries.sort(
        Comparator.comparingLong(HeaderEntry::begin)
            .thenComparingLong(HeaderEntry::end)
            .thenComparing(HeaderEntry::name));
    return entries;
  }

  /** The tensors must fill the data, none overlapping another. */
  private void check(List<HeaderEntry> entries, long data) {
    long end = 0;
    for (HeaderEntry entry : entries) {
      if (!agrees(entry)) {
        throw Refusal.of(
            path,
            "tensor %s of %s %s does not take the %d bytes that the header gives it; get it again"
                .formatted(
                    Printable.of(entry.name()),
                    entry.dtype(),
                    entry.shape(),
                    entry.end() - entry.begin()));
      }
      if (entry.begin() != end) {
        throw Refusal.of(
            path,
            "tensor %s begins at byte %d of the data and the one before it ends at %d; get it again"
                .formatted(Printable.of(entry.name()), entry.begin(), end));
      }
      end = entry.end();
    }
    if (end != data) {
      throw cutOff("its tensors take %d bytes and it has %d for them".formatted(end, data));
    }
  }

  private static boolean agrees(HeaderEntry entry) {
    try {
      return entry.agrees();
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private static StoredTensor stored(HeaderEntry entry, int index, long data) {
    return new StoredTensor(
        entry.name(),
        Dtype.type(entry.dtype()),
        entry.dtype(),
        entry.shape(),
        index,
        data + entry.begin(),
        entry.end() - entry.begin());
  }
}
