package org.weighbridge.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

/** Pairs of IDX files: images, and the labels beside them. */
final class IdxFormat implements DataFormat {
  private static final int MAX_VALIDATION = 10_000;
  private static final int VALIDATION_SHARE = 6;

  @Override
  public boolean matches(Path file) {
    return IdxFile.matches(DataFile.head(file, 4));
  }

  @Override
  public SampleSet file(Path file, Split split) {
    return read(file.getFileName() + "", file, split);
  }

  @Override
  public Optional<SampleSet> folder(Path folder, Split split) {
    var name = Pattern.compile("(.*-)?(" + prefix(split) + ")-images[-.]idx\\d-ubyte(\\.gz)?");
    List<Path> found =
        Folders.files(folder).stream()
            .filter(file -> name.matcher(file.getFileName() + "").matches())
            .toList();
    return Folders.single(found).map(file -> part(folder, file, split));
  }

  private static SampleSet part(Path folder, Path file, Split split) {
    SampleSet all = read(Folders.describe(folder, split), file, split);
    int validation = Math.min(MAX_VALIDATION, all.size() / VALIDATION_SHARE);
    int rest = all.size() - validation;
    return switch (split) {
      case TEST -> all;
      case TRAINING -> all.range(0, rest);
      case VALIDATION -> {
        if (validation == 0) {
          throw new Fault(
              "%s has too few samples to take validation samples from: %d, at least %d are needed."
                  .formatted(file, all.size(), VALIDATION_SHARE));
        }
        yield all.range(rest, validation);
      }
    };
  }

  private static SampleSet read(String name, Path file, Split split) {
    IdxFile images = IdxFile.read(file);
    if (images.dims().length == 1) {
      throw new Fault(
          "%s holds labels, not images: name the file with the images, its labels are found beside it."
              .formatted(file));
    }
    int[] dims = images.dims();
    // a picture without channels has one
    int[] sample =
        dims.length == 3
            ? new int[] {1, dims[1], dims[2]}
            : Arrays.copyOfRange(dims, 1, dims.length);
    return new SampleSet(
        name,
        split,
        new ByteSamples(Shape.of(sample), images.samples(), images.values()),
        labels(images));
  }

  private static int @Nullable [] labels(IdxFile images) {
    Optional<Path> beside = labelFile(images.path());
    if (beside.isEmpty()) {
      return null;
    }
    IdxFile labels = IdxFile.read(beside.get());
    if (labels.dims().length != 1) {
      throw new Fault(
          "%s should hold the labels of %s, but has %d dimensions instead of 1."
              .formatted(labels.path(), images.path().getFileName(), labels.dims().length));
    }
    if (labels.samples() != images.samples()) {
      throw new Fault(
          "%s holds %d images, but %s holds %d labels; fetch the two that belong together."
              .formatted(images.path(), images.samples(), labels.path(), labels.samples()));
    }
    int[] classes = new int[labels.samples()];
    Arrays.setAll(classes, i -> labels.values()[i] & 0xff);
    return classes;
  }

  /** The label file by MNIST's habit, packed or not. */
  private static Optional<Path> labelFile(Path images) {
    String name = images.getFileName() + "";
    String labels =
        name.replaceFirst("\\.gz$", "")
            .replaceFirst("images", "labels")
            .replaceFirst("idx\\d", "idx1");
    return List.of(labels, labels + ".gz", labels.replace("-idx1", ".idx1")).stream()
        .filter(candidate -> !candidate.equals(name))
        .map(images::resolveSibling)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  @Override
  public String usualNames(Split split) {
    String prefix = split == Split.TEST ? "t10k" : "train";
    return "IDX files %s-images-idx3-ubyte and %1$s-labels-idx1-ubyte (or .gz)".formatted(prefix);
  }

  private static String prefix(Split split) {
    return split == Split.TEST ? "t10k|test" : "train";
  }
}
