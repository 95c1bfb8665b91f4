package org.weighbridge.training.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operators that can be differentiated. */
final class Rules {
  private static final Set<String> SHAPE_ONLY =
      Set.of("Identity", "Flatten", "Reshape", "Squeeze", "Unsqueeze");

  /** What they give does not change with small changes of the values. */
  private static final Set<String> CONSTANT =
      Set.of("Shape", "Size", "ConstantOfShape", "ArgMax", "ArgMin");

  private static final Map<String, Rule> RULES = new HashMap<>();

  static {
    SHAPE_ONLY.forEach(operator -> RULES.put(operator, new ReshapeRule()));
    RULES.putAll(ActivationRules.all());
    RULES.put("Gemm", new GemmRule());
    RULES.put("MatMul", new MatMulRule());
    RULES.put("Conv", new ConvRule());
    RULES.put("MaxPool", new MaxPoolRule());
    RULES.put("AveragePool", new AveragePoolRule());
    RULES.put("GlobalAveragePool", new MeanRule());
    RULES.put("ReduceMean", new MeanRule());
    RULES.put("Add", new AddRule());
    RULES.put("Sub", new SubRule());
    RULES.put("Mul", new MulRule());
    RULES.put("Div", new DivRule());
    RULES.put("Concat", new ConcatRule());
    RULES.put("Transpose", new TransposeRule());
    RULES.put("Slice", new SliceRule());
    RULES.put("Pad", new PadRule());
    RULES.put("Softmax", new SoftmaxRule(false));
    RULES.put("LogSoftmax", new SoftmaxRule(true));
  }

  private Rules() {}

  /** BatchNormalization and Dropout depend on how one trains and are not among them. */
  static Optional<Rule> of(GraphNode node) {
    return node.standard() ? Optional.ofNullable(RULES.get(node.operator())) : Optional.empty();
  }

  static boolean passesGradients(GraphNode node) {
    return !(node.standard() && CONSTANT.contains(node.operator()));
  }

  static boolean changesShapeOnly(GraphNode node) {
    return node.standard() && SHAPE_ONLY.contains(node.operator());
  }
}
