package org.weighbridge.recipe;

import java.nio.file.Path;
import org.weighbridge.training.blueprint.Blueprint;

/** The network that a job begins with. */
public sealed interface ModelSource {
  /**
   * A model that is there.
   *
   * @param path of an ONNX file
   */
  record File(Path path) implements ModelSource {}

  /**
   * A network that has learnt nothing yet.
   *
   * @param seed decides the first weights
   */
  record Fresh(Blueprint blueprint, long seed) implements ModelSource {}
}
