package org.weighbridge.workflow;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.report.BeforeAfter;

/**
 * Encodes the network, decodes it again and holds every weight to its bound: DeepSZ's fourth step.
 * With data, accuracy is measured before and after on the samples that are reported.
 *
 * @param settings where the settings of layers come from
 * @param layers which layers may be coded
 */
public record Encode(Source settings, LayerSelection layers) implements Operator {
  /** Where settings come from. */
  public sealed interface Source {}

  /** What the step before chose. */
  public record Chosen() implements Source {}

  /** As they are. */
  public record Given(Configuration configuration) implements Source {}

  /**
   * Said before any network is at hand.
   *
   * @param settings of layers; a layer without one is carried along losslessly
   */
  public record Asked(Coding coding, LayerValues<CodedAs> settings) implements Source {
    Configuration in(Network network) {
      var found = new LinkedHashMap<LayerId, Setting>();
      var coders = new LinkedHashMap<LayerId, String>();
      settings
          .in(network)
          .forEach(
              (layer, as) -> {
                found.put(layer, as.setting());
                as.coder().ifPresent(coder -> coders.put(layer, Codecs.byId(coder).id()));
              });
      return new Configuration(coding, found, coders);
    }
  }

  /** With what the step before chose. */
  public static Encode chosen() {
    return new Encode(new Chosen(), LayerSelection.ALL);
  }

  /** With this configuration. */
  public static Encode with(Configuration configuration) {
    return new Encode(new Given(configuration), LayerSelection.ALL);
  }

  @Override
  public String name() {
    return "encode";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Encoding " + material.network().name(), 100);
    EncodedModel model =
        switch (settings) {
          case Chosen chosen -> found(material).result().model();
          case Given given -> encoded(material, given.configuration(), progress.part(60));
          case Asked asked -> encoded(material, asked.in(material.network()), progress.part(60));
        };
    Optional<BeforeAfter> change =
        material.data().map(data -> measured(material, model, data, progress.part(40)));
    return material.withEncoded(model, change);
  }

  private static Found found(Material material) {
    return material
        .found()
        .orElseThrow(
            () -> new Fault("Nothing was chosen to encode with; optimize first, or give bounds."));
  }

  private EncodedModel encoded(Material material, Configuration configuration, Progress progress) {
    return new ModelEncoder()
        .encode(material.network(), layers.within(configuration, material.network()), progress);
  }

  private static BeforeAfter measured(
      Material material, EncodedModel model, Data data, Progress progress) {
    try (var evaluator = data.evaluator(material.network(), data.reporting())) {
      return BeforeAfter.measure(evaluator, model.decoded(), progress);
    }
  }
}
