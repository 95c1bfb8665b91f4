package org.weighbridge.gui.mask;

import javafx.concurrent.Service;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.Tensor;

/** Makes pyramids off the FX thread; a new tensor displaces one that is still being read. */
final class PyramidService extends Service<DensityPyramid> {
  private @Nullable Tensor tensor;

  void read(Tensor next) {
    tensor = next;
    restart();
  }

  @Override
  protected Task<DensityPyramid> createTask() {
    Tensor weights = java.util.Objects.requireNonNull(tensor);
    return new Task<>() {
      @Override
      protected DensityPyramid call() {
        return DensityPyramid.of(weights);
      }
    };
  }
}
