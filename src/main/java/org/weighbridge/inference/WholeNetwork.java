package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * The path that serves any change: the whole graph with all weights constant, in a session built
 * for each candidate. ONNX Runtime prepares constant weights for its fastest kernels, and the
 * unchanged network goes the very same way.
 */
final class WholeNetwork {
  private final String name;
  private final ModelProto model;
  private final Set<LayerId> layers;
  private final Weights weights;
  private final Feed inputs;

  WholeNetwork(Network network, ModelProto model, Weights weights, Feed inputs) {
    this.name = network.name();
    this.model = model;
    this.layers = network.layers().stream().map(Layer::id).collect(Collectors.toSet());
    this.weights = weights;
    this.inputs = inputs;
  }

  /** The predicted class of every sample. */
  int[] predict(Forward forward, Map<LayerId, Tensor> replaced, Run run) {
    return with(replaced, session -> forward.predict(session, inputs, Map.of(), run));
  }

  /**
   * Runs the unchanged network on the first batch and counts its classes.
   *
   * @throws Fault when the graph does not run on such samples or gives no class scores
   */
  Forward probe(Batching batching, String output, Run run) {
    return with(
        Map.of(),
        session -> {
          try (Feed.Batch batch = inputs.batch(0, run);
              var result = run.batch(session, batch.tensors(), Set.of(output))) {
            int classes = Scores.classes(result.get(0), batching.fed(0), name);
            return new Forward(batching, output, classes);
          }
        });
  }

  private interface Use<T> {
    T with(OrtSession session) throws OrtException;
  }

  private <T> T with(Map<LayerId, Tensor> replaced, Use<T> use) {
    try (var constants = weights.of(layers, replaced);
        var session = OnnxRuntime.open(name, model, constants.tensors(), OnnxRuntime.Memory.KEPT)) {
      return use.with(session);
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot close " + name + ": " + OnnxRuntime.reason(e), e);
    }
  }
}
