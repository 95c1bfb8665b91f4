package org.weighbridge.training.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of single values: the gradient is multiplied by the function's derivative. */
final class ActivationRules {
  private static final double SELU_ALPHA = 1.6732631921768188;
  private static final double SELU_GAMMA = 1.0507010221481323;
  private static final double TANH_GELU_CUBE = 0.044715;

  private ActivationRules() {}

  /** A derivative as a tensor of the shape of the values. */
  private interface Derivative {
    /**
     * Writes the nodes that compute it.
     *
     * @param x what goes into the node
     * @param y what comes out
     */
    String of(GraphNode node, String x, String y, GraphBuilder graph);
  }

  static Map<String, Rule> all() {
    Map<String, Derivative> derivatives = new HashMap<>();
    derivatives.put("Relu", (node, x, y, g) -> g.node("Sign", List.of(y)));
    derivatives.put(
        "LeakyRelu", (node, x, y, g) -> leaky(x, g.number(node.real("alpha", 0.01)), g));
    derivatives.put("PRelu", (node, x, y, g) -> leaky(x, node.input(1), g));
    derivatives.put("Sigmoid", (node, x, y, g) -> g.mul(y, complement(y, g)));
    derivatives.put("Tanh", (node, x, y, g) -> complement(g.mul(y, y), g));
    derivatives.put("Clip", ActivationRules::clip);
    derivatives.put(
        "Elu",
        (node, x, y, g) ->
            g.node(
                "Where",
                List.of(positive(x, g), g.number(1), g.add(y, g.number(node.real("alpha", 1))))));
    derivatives.put("Selu", ActivationRules::selu);
    derivatives.put(
        "HardSigmoid",
        (node, x, y, g) -> g.mul(between(y, g.number(0), g.number(1), g), node.real("alpha", 0.2)));
    derivatives.put("HardSwish", ActivationRules::hardSwish);
    derivatives.put("Softplus", (node, x, y, g) -> g.node("Sigmoid", List.of(x)));
    derivatives.put("Softsign", ActivationRules::softsign);
    derivatives.put("Gelu", ActivationRules::gelu);
    derivatives.put("Erf", (node, x, y, g) -> g.mul(bell(x, 1, g), 2 / Math.sqrt(Math.PI)));
    derivatives.put("Neg", (node, x, y, g) -> g.number(-1));
    Map<String, Rule> rules = new HashMap<>();
    derivatives.forEach((operator, derivative) -> rules.put(operator, rule(derivative)));
    return rules;
  }

  private static Rule rule(Derivative derivative) {
    return (node, graph) -> {
      graph.copy(node.proto());
      String x = node.input(0);
      return (gradient, adjoints) -> {
        if (adjoints.wanted(x)) {
          String slope = derivative.of(node, x, node.output(), graph);
          adjoints.add(x, graph.mul(gradient, slope));
        }
      };
    };
  }

  private static String complement(String y, GraphBuilder graph) {
    return graph.sub(graph.number(1), y);
  }

  private static String positive(String x, GraphBuilder graph) {
    return graph.node("Greater", List.of(x, graph.number(0)));
  }

  private static String leaky(String x, String slope, GraphBuilder graph) {
    return graph.node("Where", List.of(positive(x, graph), graph.number(1), slope));
  }

  /** 1 strictly between two numbers, else 0. */
  private static String between(String x, String low, String high, GraphBuilder graph) {
    String above = graph.node("Greater", List.of(x, low));
    String below = graph.node("Less", List.of(x, high));
    return asNumber(graph.node("And", List.of(above, below)), graph);
  }

  private static String asNumber(String truth, GraphBuilder graph) {
    return graph.node("Where", List.of(truth, graph.number(1), graph.number(0)));
  }

  private static String clip(GraphNode node, String x, String y, GraphBuilder graph) {
    String low = limit(node, "min", 1, Double.NEGATIVE_INFINITY, graph);
    String high = limit(node, "max", 2, Double.POSITIVE_INFINITY, graph);
    return between(x, low, high, graph);
  }

  private static String limit(
      GraphNode node, String name, int input, double none, GraphBuilder graph) {
    return node.has(input) ? node.input(input) : graph.number(node.real(name, none));
  }

  private static String selu(GraphNode node, String x, String y, GraphBuilder graph) {
    float gamma = node.real("gamma", SELU_GAMMA);
    float alpha = node.real("alpha", SELU_ALPHA);
    return graph.node(
        "Where",
        List.of(
            positive(x, graph), graph.number(gamma), graph.add(y, graph.number(gamma * alpha))));
  }

  /** x h(x) with h = clip(x / 6 + 1 / 2, 0, 1). */
  private static String hardSwish(GraphNode node, String x, String y, GraphBuilder graph) {
    String h =
        graph.node(
            "HardSigmoid",
            List.of(x),
            Attributes.real("alpha", 1 / 6f),
            Attributes.real("beta", 0.5f));
    String inside = between(x, graph.number(-3), graph.number(3), graph);
    return graph.add(h, graph.mul(graph.mul(x, 1 / 6.0), inside));
  }

  private static String softsign(GraphNode node, String x, String y, GraphBuilder graph) {
    String rest = complement(graph.node("Abs", List.of(y)), graph);
    return graph.mul(rest, rest);
  }

  /** exp(-k x²). */
  private static String bell(String x, double k, GraphBuilder graph) {
    return graph.node("Exp", List.of(graph.mul(graph.mul(x, x), -k)));
  }

  private static String gelu(GraphNode node, String x, String y, GraphBuilder graph) {
    return node.text("approximate", "none").equals("tanh") ? tanhGelu(x, graph) : erfGelu(x, graph);
  }

  /** Φ(x) + x φ(x). */
  private static String erfGelu(String x, GraphBuilder graph) {
    String erf = graph.node("Erf", List.of(graph.mul(x, Math.sqrt(0.5))));
    String area = graph.mul(graph.add(erf, graph.number(1)), 0.5);
    String density = graph.mul(bell(x, 0.5, graph), 1 / Math.sqrt(2 * Math.PI));
    return graph.add(area, graph.mul(x, density));
  }

  /** Of x (1 + t) / 2 with t = tanh(√(2/π) (x + 0.044715 x³)). */
  private static String tanhGelu(String x, GraphBuilder graph) {
    double scale = Math.sqrt(2 / Math.PI);
    String square = graph.mul(x, x);
    String cubic = graph.add(graph.mul(square, TANH_GELU_CUBE), graph.number(1));
    String t = graph.node("Tanh", List.of(graph.mul(graph.mul(x, cubic), scale)));
    String inner =
        graph.mul(graph.add(graph.mul(square, 3 * TANH_GELU_CUBE), graph.number(1)), scale);
    String rise = graph.mul(graph.mul(x, complement(graph.mul(t, t), graph)), inner);
    return graph.mul(graph.add(graph.add(t, graph.number(1)), rise), 0.5);
  }
}
