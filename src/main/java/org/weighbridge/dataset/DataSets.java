package org.weighbridge.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;

/** Opens data sets by what a user types. */
public final class DataSets {
  private static final List<DataFormat> FORMATS =
      List.of(new IdxFormat(), new CifarFormat(), new NpzFormat());

  private DataSets() {}

  /**
   * Opens the samples of a split.
   *
   * <ul>
   *   <li>IDX as MNIST's: {@code t10k-images-idx3-ubyte}, {@code train-images-idx3-ubyte} and their
   *       labels; VALIDATION is the last sixth of the training file, at most 10,000; without a
   *       label file the data set has no labels.
   *   <li>CIFAR-10's binary version: {@code test_batch.bin}, {@code data_batch_1.bin} and so on;
   *       VALIDATION is the last batch that is there, TRAINING the others; a single batch is both.
   *   <li>NumPy: {@code test.npz}, {@code validation.npz}, {@code train.npz}, or the only {@code
   *       .npz} file of the folder for every split; arrays {@code x} and {@code y}, or {@code
   *       images} and {@code labels}.
   * </ul>
   *
   * IDX and CIFAR files may be packed with gzip ({@code .gz}). A file that is named itself is read
   * whole, whatever the split.
   *
   * @param where a folder, a file, or {@code digits} ({@code digits:SEED}): the built-in generator,
   *     60,000 samples for TRAINING and 10,000 for each other split; a folder of that name is
   *     {@code ./digits}
   * @param limit how many samples at most, the first ones
   * @throws Fault when there is nothing to read or it is damaged
   */
  public static Dataset open(String where, Split split, OptionalInt limit) {
    if (limit.isPresent() && limit.getAsInt() < 1) {
      throw new Fault(
          "A limit of " + limit.getAsInt() + " samples leaves nothing; give 1 or more.");
    }
    Dataset all = open(where, split);
    return limit.isPresent() ? all.limit(limit.getAsInt()) : all;
  }

  /** Whether a name is that of the built-in generator, and not of a file or folder. */
  public static boolean isBuiltIn(String where) {
    return DigitSamples.matches(where);
  }

  private static Dataset open(String where, Split split) {
    if (DigitSamples.matches(where)) {
      return DigitSamples.open(where, split);
    }
    Path path = path(where);
    if (Files.isDirectory(path)) {
      return folder(path, split);
    }
    if (!Files.exists(path)) {
      throw new Fault(
          "There is no data set %s: no such file or folder, and the built-in one is called digits."
              .formatted(where));
    }
    return FORMATS.stream()
        .filter(format -> format.matches(path))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    path
                        + " is not a data file that can be read here: neither IDX of unsigned bytes,"
                        + " nor CIFAR-10 binary (records of 3073 bytes), nor NPZ."))
        .file(path, split);
  }

  private static Dataset folder(Path folder, Split split) {
    for (DataFormat format : FORMATS) {
      Optional<SampleSet> found = format.folder(folder, split);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new Fault(
        FORMATS.stream()
            .map(format -> format.usualNames(split))
            .collect(
                Collectors.joining(
                    "; ",
                    "Found no %s samples in %s: looked for "
                        .formatted(split.name().toLowerCase(Locale.ROOT), folder),
                    "; name another folder or a file.")));
  }

  private static Path path(String where) {
    try {
      return Path.of(where);
    } catch (InvalidPathException e) {
      throw new Fault("There is no data set " + where + ": that is not a file name.", e);
    }
  }
}
