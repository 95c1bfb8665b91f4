package org.weighbridge.runtime.check;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Locale;
import java.util.Set;
import org.weighbridge.fault.Fault;

/** Asks everything of a model that native code must not meet: docs/security.md. */
public final class ModelCheck {
  private ModelCheck() {}

  /**
   * Returns when a session may be opened.
   *
   * @param name the network, for the sentence of the fault
   * @param stubs the initializers whose data is handed over beside the model; all others have
   *     theirs in it
   * @throws Fault when the model is no graph that can be run, or would make a tensor that no
   *     machine should be asked for
   */
  public static void check(String name, ModelProto model, Set<String> stubs) {
    try {
      long nodes = new Functions(model).nodes(model.getGraph());
      if (nodes > Functions.MOST_NODES) {
        throw new Unfit(
            String.format(
                Locale.ROOT,
                "it has more than %,d nodes once its functions are written out",
                Functions.MOST_NODES));
      }
      new GraphCheck(model, stubs).check();
      new Sizes(model.getGraph()).check();
    } catch (Unfit e) {
      throw new Fault(
          "Cannot run "
              + name
              + ": "
              + e.getMessage()
              + "; export the model again or choose another.",
          e);
    }
  }
}
