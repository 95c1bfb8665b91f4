package org.weighbridge.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

/**
 * CIFAR-10's <a href="https://www.cs.toronto.edu/~kriz/cifar.html">binary version</a>: records of a
 * label and 3 × 32 × 32 bytes (red, green, blue planes), no header.
 */
final class CifarFormat implements DataFormat {
  private static final Shape SAMPLE = Shape.of(3, 32, 32);
  private static final int RECORD = 1 + SAMPLE.size();
  private static final int CLASSES = 10;
  private static final String ARCHIVE_FOLDER = "cifar-10-batches-bin";

  @Override
  public boolean matches(Path file) {
    try (DataFile content = DataFile.open(file)) {
      long length = content.declaredLength();
      return length > 0 && length % RECORD == 0 && isLabel(content.header(1)[0]);
    }
  }

  @Override
  public SampleSet file(Path file, Split split) {
    return read(file.getFileName() + "", List.of(file), split);
  }

  @Override
  public Optional<SampleSet> folder(Path folder, Split split) {
    Path unpacked = folder.resolve(ARCHIVE_FOLDER);
    Path place = Files.isDirectory(unpacked) ? unpacked : folder;
    if (split == Split.TEST) {
      return batch(place, "test_batch").map(file -> read(folder, List.of(file), split));
    }
    List<Path> batches =
        List.of(1, 2, 3, 4, 5).stream()
            .flatMap(number -> batch(place, "data_batch_" + number).stream())
            .toList();
    if (batches.isEmpty()) {
      return Optional.empty();
    }
    if (split == Split.VALIDATION || batches.size() == 1) {
      return Optional.of(read(folder, List.of(batches.getLast()), split));
    }
    return Optional.of(read(folder, batches.subList(0, batches.size() - 1), split));
  }

  private static Optional<Path> batch(Path folder, String name) {
    return List.of(name + ".bin", name + ".bin.gz").stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static SampleSet read(Path folder, List<Path> files, Split split) {
    return read(Folders.describe(folder, split), files, split);
  }

  private static SampleSet read(String name, List<Path> files, Split split) {
    byte[] records = concatenated(files.stream().map(CifarFormat::records).toList(), files);
    int[] labels = new int[records.length / RECORD];
    Arrays.setAll(labels, i -> records[i * RECORD]);
    var samples = new ByteSamples(SAMPLE, labels.length, records, 1, RECORD);
    return new SampleSet(name, split, samples, labels);
  }

  private static byte[] records(Path path) {
    try (DataFile file = DataFile.open(path)) {
      long length = file.declaredLength();
      if (length == 0 || length % RECORD != 0) {
        throw new Fault(
            "%s is truncated or not CIFAR-10's binary version: its %d bytes are not records of %d."
                .formatted(path, length, RECORD));
      }
      byte[] records = file.rest(length);
      for (int at = 0; at < records.length; at += RECORD) {
        if (!isLabel(records[at])) {
          throw new Fault(
              "%s is not CIFAR-10's binary version: record %d has label %d, labels are 0 to 9."
                  .formatted(path, at / RECORD, records[at] & 0xff));
        }
      }
      return records;
    }
  }

  private static boolean isLabel(byte value) {
    return value >= 0 && value < CLASSES;
  }

  private static byte[] concatenated(List<byte[]> parts, List<Path> files) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    long length = parts.stream().mapToLong(part -> part.length).sum();
    DataFile.checkMemory(files.getFirst(), length);
    var all = ByteBuffer.allocate((int) length);
    parts.forEach(all::put);
    return all.array();
  }

  @Override
  public String usualNames(Split split) {
    return "CIFAR-10 batches %s.bin (or .gz)"
        .formatted(split == Split.TEST ? "test_batch" : "data_batch_1 to data_batch_5");
  }
}
