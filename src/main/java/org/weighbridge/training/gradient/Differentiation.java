package org.weighbridge.training.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.weighbridge.training.gradient.Parameter.Role;
import org.weighbridge.training.gradient.Rule.Pullback;

/**
 * Reverse-mode differentiation of a graph (Griewank and Walther, Evaluating Derivatives, 2008):
 * nodes are written in their order and what is needed to go back is recorded; then gradients are
 * written from the loss back to the parameters.
 *
 * <p>The loss is the cross-entropy of softmax, weighted by sample. Its value is not computed here:
 * the scores say it.
 */
final class Differentiation {
  private final ForwardGraph forward;
  private final List<Parameter> parameters;
  private final DropoutPlaces dropouts;
  private final Map<String, String> masks = new LinkedHashMap<>();
  private final Map<String, String> statistics = new HashMap<>();
  private final GraphBuilder graph;
  private final Map<String, Rule> ownRules;
  private final long[] inputDims;

  private Differentiation(ForwardGraph forward, Normalization normalization, long[] inputDims) {
    this.forward = forward;
    this.inputDims = inputDims;
    parameters = ParameterFinder.find(forward, normalization);
    dropouts = DropoutPlaces.of(forward);
    for (String tensor : dropouts.tensors()) {
      masks.put(tensor, GraphBuilder.PREFIX + "mask " + masks.size());
    }
    graph =
        new GraphBuilder(
            forward.network().name(), FactFinder.find(forward, inputDims), forward.opset());
    ownRules =
        Map.of(
            "Dropout", new DropoutRule(masks),
            "BatchNormalization", new NormalizationRule(normalization, statistics));
  }

  /**
   * The training graph of a network.
   *
   * @param inputDims of a shard of samples
   */
  static TrainingGraph of(ForwardGraph forward, Normalization normalization, long... inputDims) {
    return new Differentiation(forward, normalization, inputDims).run();
  }

  private TrainingGraph run() {
    int classes = classes();
    declare(classes);
    Set<String> moved =
        parameters.stream()
            .filter(parameter -> parameter.role() != Role.STATISTIC)
            .map(Parameter::name)
            .collect(Collectors.toSet());
    var adjoints = new Adjoints(graph, wanted(moved));
    Map<GraphNode, Pullback> tape = record(adjoints);
    adjoints.add(forward.scores(), scoreGradient(classes));
    for (var recorded : List.copyOf(tape.entrySet()).reversed()) {
      adjoints
          .of(recorded.getKey().output())
          .ifPresent(gradient -> recorded.getValue().pull(gradient, adjoints));
    }
    List<String> gradients = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String output = GraphBuilder.PREFIX + "gradient " + gradients.size();
      graph.node(output, "Identity", List.of(gradient(parameter, adjoints)));
      graph.output(output);
      gradients.add(output);
    }
    graph.output(forward.scores());
    return new TrainingGraph(
        ModelProtos.with(forward.model(), graph.build()),
        forward.network().input().name(),
        list(inputDims),
        classes,
        parameters,
        gradients,
        forward.scores(),
        list(graph.shape(forward.scores())),
        dropouts.places(),
        List.copyOf(masks.values()),
        dropouts.tensors().stream().map(tensor -> list(graph.shape(tensor))).toList());
  }

  private String gradient(Parameter parameter, Adjoints adjoints) {
    String name = parameter.name();
    if (parameter.role() == Role.STATISTIC) {
      // summed over the shards it becomes the mean of their statistics
      String share = graph.sum(graph.reshape(TrainingGraph.SHARE, -1), true, 0);
      return graph.mul(Objects.requireNonNull(statistics.get(name)), share);
    }
    return adjoints
        .of(name)
        .orElseGet(() -> graph.floats(new float[parameter.shape().size()], graph.shape(name)));
  }

  private Set<String> wanted(Set<String> moved) {
    var dependent = new HashSet<>(forward.dependentOn(moved));
    for (GraphNode node : dropouts.nodes()) {
      if (node.is("Dropout") && dependent.contains(node.input(0))) {
        dependent.add(node.output());
      }
    }
    return dependent;
  }

  private void declare(int classes) {
    graph.input(forward.network().input().name(), inputDims);
    for (Parameter parameter : parameters) {
      if (parameter.role() != Role.STATISTIC) {
        graph.input(parameter.name(), graph.shape(parameter.name()));
      }
    }
    graph.input(TrainingGraph.SHARE, inputDims[0], 1);
    graph.input(TrainingGraph.TARGET, inputDims[0], classes);
    Set<String> trained = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    forward.constants().values().stream()
        .filter(tensor -> !trained.contains(tensor.getName()))
        .forEach(graph::initializer);
  }

  /** Writes the nodes; those that gradients go through are on the tape, in order. */
  private Map<GraphNode, Pullback> record(Adjoints adjoints) {
    Map<GraphNode, Pullback> tape = new LinkedHashMap<>();
    for (GraphNode node : dropouts.nodes()) {
      Rule own = node.standard() ? ownRules.get(node.operator()) : null;
      if (own != null) {
        tape.put(node, own.record(node, graph));
      } else if (adjoints.wanted(node.output())) {
        Rule rule = Rules.of(node).orElseThrow(() -> Refusals.of(graph, node, "what is computed"));
        tape.put(node, rule.record(node, graph));
      } else {
        graph.copy(node.proto());
      }
    }
    return tape;
  }

  /** Softmax minus target, by sample as it weighs. */
  private String scoreGradient(int classes) {
    String scores = graph.reshape(forward.scores(), inputDims[0], classes);
    String softmax = graph.node("Softmax", List.of(scores), Attributes.integer("axis", 1));
    String gradient = graph.sub(graph.mul(softmax, TrainingGraph.SHARE), TrainingGraph.TARGET);
    return graph.reshape(gradient, graph.shape(forward.scores()));
  }

  private int classes() {
    long[] dims = graph.shape(forward.scores());
    long size = LongStream.of(dims).reduce(1, (a, b) -> a * b);
    long wide = LongStream.of(dims).skip(1).filter(dim -> dim != 1).count();
    if (dims.length == 0 || dims[0] != inputDims[0] || wide > 1) {
      throw Refusals.of(
          forward.network().name(),
          "its output is %s for %d samples, not samples × classes"
              .formatted(Arrays.toString(dims), inputDims[0]));
    }
    return Math.toIntExact(size / dims[0]);
  }

  private static List<Long> list(long... values) {
    return LongStream.of(values).boxed().toList();
  }
}
