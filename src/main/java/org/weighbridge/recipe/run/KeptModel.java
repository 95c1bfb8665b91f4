package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.container.EncodedFile;
import org.weighbridge.container.WbzFile;
import org.weighbridge.container.WbzLayer;
import org.weighbridge.container.WbzReader;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * An encoded network without the bytes of its file, from which the rest comes back.
 *
 * @param file its name
 * @param measured its sizes and times
 */
record KeptModel(
    String file,
    Configuration configuration,
    List<LayerReport> smallTensors,
    MeasuredFile measured,
    long originalBytes) {
  /** The longest array that Java can make for certain. */
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  KeptModel {
    WithinFolder.check(file);
    smallTensors = List.copyOf(smallTensors);
  }

  static KeptModel of(EncodedModel model, String file) {
    return new KeptModel(
        file,
        model.configuration(),
        model.smallTensors(),
        MeasuredFile.of(model),
        model.originalBytes());
  }

  /** The network again: the decoder gives the very bits that were checked when it was encoded. */
  EncodedModel read(Path folder, Progress progress) {
    byte[] bytes = bytes(folder);
    WbzFile content = WbzReader.read(file, bytes);
    progress.begin("Decoding " + content.model(), content.layers().size());
    Map<LayerId, Tensor> decoded = new LinkedHashMap<>();
    for (WbzLayer layer : content.layers()) {
      decoded.put(new LayerId(layer.name()), layer.decode(progress.part(1)));
    }
    return new EncodedModel(
        configuration,
        measured.layers(),
        smallTensors,
        decoded,
        EncodedFile.of(bytes),
        originalBytes,
        measured.encodeNanos(),
        measured.decodeNanos());
  }

  private byte[] bytes(Path folder) {
    Path path = folder.resolve(file);
    try {
      return InputFile.bytes(path, LARGEST);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(path, AtomicFile.reason(e)), e);
    }
  }
}
