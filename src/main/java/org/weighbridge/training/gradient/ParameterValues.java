package org.weighbridge.training.gradient;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.training.gradient.Parameter.Role;

/** The parameters' values where ONNX Runtime reads them. */
final class ParameterValues implements AutoCloseable {
  private final List<Parameter> parameters;
  private final List<NativeTensor> tensors = new ArrayList<>();

  ParameterValues(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
    parameters.forEach(parameter -> tensors.add(new NativeTensor(parameter.shape())));
  }

  void write(float[][] values) {
    for (int i = 0; i < values.length; i++) {
      tensors.get(i).values().put(0, values[i]);
    }
  }

  /** The inputs of the evaluation graph. */
  Map<String, OnnxTensor> all() {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      inputs.put(parameters.get(i).name(), tensors.get(i).tensor());
    }
    return inputs;
  }

  /** The inputs of the training graph, which measures statistics itself. */
  Map<String, OnnxTensor> trained() {
    Map<String, OnnxTensor> inputs = all();
    parameters.stream()
        .filter(parameter -> parameter.role() == Role.STATISTIC)
        .forEach(parameter -> inputs.remove(parameter.name()));
    return inputs;
  }

  @Override
  public void close() {
    tensors.forEach(NativeTensor::close);
  }
}
