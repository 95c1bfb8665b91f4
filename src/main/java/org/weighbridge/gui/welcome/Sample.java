package org.weighbridge.gui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;

/**
 * A model that comes with the program.
 *
 * @param about what it is
 * @param facts parameters, size and stated accuracy, as far as they are known
 */
public record Sample(Path file, String title, String about, String facts) {
  /** Those that are there. Reads their sidecars. */
  static List<Sample> all() {
    return Arrays.stream(SampleModel.values()).flatMap(model -> of(model).stream()).toList();
  }

  private static Optional<Sample> of(SampleModel model) {
    return model
        .find()
        .map(
            file ->
                new Sample(file, model.title(), model.about(), String.join(" · ", facts(file))));
  }

  private static List<String> facts(Path file) {
    var facts = new ArrayList<String>();
    try {
      var sidecar = ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
      sidecar.parameters().ifPresent(n -> facts.add(Numbers.count(n) + " parameters"));
      facts.add(Numbers.bytes(Files.size(file)));
      sidecar
          .top1()
          .ifPresent(
              top1 ->
                  facts.add(
                      Numbers.percent(top1)
                          + " top-1"
                          + sidecar.dataset().map(name -> " on " + name).orElse("")));
    } catch (Fault | IOException e) {
      // opening it says what is wrong
    }
    return facts;
  }
}
