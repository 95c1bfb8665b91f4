package org.weighbridge.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.checkpoint.coding.CodingPlan;
import org.weighbridge.checkpoint.coding.TensorCoding;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Version;
import org.weighbridge.fault.Fault;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;

/** What the options for layers of a network mean for the tensors of a checkpoint. */
public final class CheckpointPlan {
  private final Checkpoint checkpoint;
  private final Map<String, TensorCoding> tensors = new LinkedHashMap<>();

  private CheckpointPlan(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * How a checkpoint is to be coded.
   *
   * @throws Fault when a name fits no tensor, or nothing is left to code
   */
  public static CodingPlan of(
      Checkpoint checkpoint, BoundsOptions bounds, CodingOptions options, LayerSelection chosen) {
    var configured = bounds.configured(options);
    var coding = configured.map(Configuration::coding).orElseGet(options::coding);
    var plan = new CheckpointPlan(checkpoint);
    if (configured.isPresent()) {
      plan.configured(configured.get());
    } else {
      var usual = new CodedAs(Optional.empty(), coding.layerCodec().axis().start());
      plan.asked(bounds.given().orElseGet(() -> LayerValues.everywhere(usual)), coding);
    }
    plan.restrict(chosen);
    plan.smallTensors(coding);
    if (plan.tensors.isEmpty()) {
      throw new Fault(
          "%s has no tensor that is to be coded; it has %d tensors of floats with two or more dimensions."
              .formatted(checkpoint.name(), checkpoint.layers().size()));
    }
    return new CodingPlan(Version.PRODUCT, coding.effort(), coding.belowBound(), plan.tensors);
  }

  private void configured(Configuration configuration) {
    configuration
        .settings()
        .forEach(
            (layer, setting) ->
                tensors.put(layer.name(), new TensorCoding(configuration.coder(layer), setting)));
  }

  /** All layers have the one value; names, in which {@code *} stands for any letters, theirs. */
  private void asked(LayerValues<CodedAs> values, Coding coding) {
    values.others().ifPresent(as -> checkpoint.layers().forEach(layer -> put(layer, as, coding)));
    values.named().forEach((name, as) -> named(name).forEach(tensor -> put(tensor, as, coding)));
  }

  private void put(StoredTensor tensor, CodedAs as, Coding coding) {
    String codec = as.coder().map(id -> Codecs.byId(id).id()).orElse(coding.codec());
    tensors.put(tensor.name(), new TensorCoding(codec, as.setting()));
  }

  private void restrict(LayerSelection chosen) {
    if (!chosen.only().isEmpty()) {
      tensors.keySet().retainAll(names(chosen.only()));
    }
    tensors.keySet().removeAll(names(chosen.locked()));
  }

  private List<String> names(List<String> patterns) {
    return patterns.stream()
        .flatMap(pattern -> named(pattern).stream())
        .map(StoredTensor::name)
        .toList();
  }

  private List<StoredTensor> named(String name) {
    var pattern = LayerSelection.pattern(name);
    var found = new ArrayList<StoredTensor>();
    for (var tensor : checkpoint.tensors()) {
      if (tensor.type().codable() && pattern.matcher(tensor.name()).matches()) {
        found.add(tensor);
      }
    }
    if (found.isEmpty()) {
      throw new Fault(
          "%s has no tensor of floats called %s; 'weighbridge inspect' lists those it has."
              .formatted(checkpoint.name(), name));
    }
    return found;
  }

  private void smallTensors(Coding coding) {
    coding
        .smallTensors()
        .ifPresent(
            bound ->
                checkpoint.tensors().stream()
                    .filter(tensor -> tensor.type().codable() && !tensor.layer())
                    .forEach(
                        tensor ->
                            tensors.putIfAbsent(
                                tensor.name(),
                                new TensorCoding(coding.smallTensorCodec(), bound))));
  }
}
