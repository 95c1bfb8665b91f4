package org.weighbridge.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

/**
 * NumPy's archives: arrays {@code x} and {@code y} or {@code images} and {@code labels}, with the
 * number of samples as first dimension. Pictures are channels first, or channels last when only the
 * last of three dimensions is 1, 3 or 4.
 */
final class NpzFormat implements DataFormat {
  private static final List<String> SAMPLES = List.of("x", "images");
  private static final List<String> LABELS = List.of("y", "labels");

  @Override
  public boolean matches(Path file) {
    byte[] head = DataFile.head(file, 4);
    return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  @Override
  public SampleSet file(Path file, Split split) {
    return read(file.getFileName() + "", file, split);
  }

  @Override
  public Optional<SampleSet> folder(Path folder, Split split) {
    List<Path> all =
        Folders.files(folder).stream().filter(file -> file.toString().endsWith(".npz")).toList();
    var named =
        all.stream().filter(file -> names(split).contains(file.getFileName() + "")).toList();
    return Folders.single(named.isEmpty() ? all : named)
        .map(file -> read(Folders.describe(folder, split), file, split));
  }

  private static SampleSet read(String name, Path file, Split split) {
    try (var zip = new ZipFile(file.toFile())) {
      NpyArray samples =
          array(file, zip, SAMPLES)
              .orElseThrow(
                  () ->
                      new Fault(
                          file + " holds no samples: there is no array x or images; save one."));
      Optional<NpyArray> labels = array(file, zip, LABELS);
      return new SampleSet(
          name, split, samples(samples), labels.isEmpty() ? null : labels(samples, labels.get()));
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  private static Optional<NpyArray> array(Path file, ZipFile zip, List<String> names)
      throws IOException {
    for (String name : names) {
      ZipEntry entry = zip.getEntry(name + ".npy");
      if (entry != null) {
        try (InputStream in = zip.getInputStream(entry)) {
          long possible =
              Math.min(Files.size(file), entry.getCompressedSize()) * DataFile.MAX_DEFLATE_RATIO;
          return Optional.of(NpyArray.read(file, file + " (" + name + ")", in, possible));
        }
      }
    }
    return Optional.empty();
  }

  private static Samples samples(NpyArray array) {
    int[] sample = Arrays.copyOfRange(array.dims(), 1, array.dims().length);
    boolean channelsLast = sample.length == 3 && !isChannels(sample[0]) && isChannels(sample[2]);
    Shape shape =
        sample.length == 2
            ? Shape.of(1, sample[0], sample[1])
            : channelsLast ? Shape.of(sample[2], sample[0], sample[1]) : Shape.of(sample);
    int channels = channelsLast ? sample[2] : 1;
    int pixels = shape.size() / channels;
    if (array.unsignedBytes()) {
      byte[] values = array.data().array();
      if (channels > 1) {
        values = new byte[array.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = array.data().get(source(i, channels, pixels));
        }
      }
      return new ByteSamples(shape, array.samples(), values);
    }
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.value(source(i, channels, pixels));
    }
    return new FloatSamples(shape, array.samples(), values);
  }

  /** Where element {@code i} of samples with channels first stands with channels last. */
  private static int source(int i, int channels, int pixels) {
    int size = channels * pixels;
    int inSample = i % size;
    return i - inSample + inSample % pixels * channels + inSample / pixels;
  }

  private static boolean isChannels(int dim) {
    return dim == 1 || dim == 3 || dim == 4;
  }

  private static int[] labels(NpyArray samples, NpyArray labels) {
    if (labels.size() != labels.samples() || !labels.integers()) {
      throw new Fault(labels.where() + " should be one integer per sample: save class indices.");
    }
    if (labels.samples() != samples.samples()) {
      throw new Fault(
          "%s holds %d samples, but %s holds %d labels; save two that belong together."
              .formatted(samples.where(), samples.samples(), labels.where(), labels.samples()));
    }
    int[] classes = new int[labels.samples()];
    for (int i = 0; i < classes.length; i++) {
      long label = labels.integer(i);
      if (label < 0 || label > Integer.MAX_VALUE) {
        throw new Fault(
            "%s has label %d at sample %d: labels are counted from 0."
                .formatted(labels.where(), label, i));
      }
      classes[i] = (int) label;
    }
    return classes;
  }

  private static List<String> names(Split split) {
    return switch (split) {
      case TEST -> List.of("test.npz");
      case VALIDATION -> List.of("validation.npz", "valid.npz", "val.npz");
      case TRAINING -> List.of("train.npz", "training.npz");
    };
  }

  @Override
  public String usualNames(Split split) {
    return "NumPy files " + names(split).getFirst() + " or a single *.npz";
  }
}
