package org.weighbridge.gui.training;

import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;

/** How the next training goes. */
public final class PlanViewModel {
  private final DoubleProperty epochs = new SimpleDoubleProperty(10);
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.ONE_SHOT);
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.SGD);
  private final DoubleProperty rate = new SimpleDoubleProperty(Method.SGD.usualRate());
  private final ObjectProperty<Fall> fall = new SimpleObjectProperty<>(Fall.COSINE);
  private final DoubleProperty batch = new SimpleDoubleProperty(100);
  private final DoubleProperty decay = new SimpleDoubleProperty(1e-4);
  private final DoubleProperty dropout = new SimpleDoubleProperty(0);
  private final DoubleProperty patience = new SimpleDoubleProperty(0);
  private final DoubleProperty seed = new SimpleDoubleProperty(1);

  PlanViewModel() {
    method.addListener((o, before, now) -> rate.set(now.usualRate()));
  }

  /** All of them, those in which the density falls included. */
  public DoubleProperty epochs() {
    return epochs;
  }

  public ObjectProperty<Way> way() {
    return way;
  }

  public ObjectProperty<Method> method() {
    return method;
  }

  public DoubleProperty rate() {
    return rate;
  }

  ObjectProperty<Fall> fall() {
    return fall;
  }

  DoubleProperty batch() {
    return batch;
  }

  /** Weight decay. */
  DoubleProperty decay() {
    return decay;
  }

  /** Of a dense network; 0: what the graph says. */
  DoubleProperty dropout() {
    return dropout;
  }

  /** After how many epochs without a better one it ends; 0: never. */
  DoubleProperty patience() {
    return patience;
  }

  DoubleProperty seed() {
    return seed;
  }

  /**
   * The plan.
   *
   * @param prunes whether anything is to be pruned
   */
  public TrainingPlan plan(boolean prunes) {
    int all = whole(epochs, 1);
    int pruning = prunes ? Math.min(all - 1, way.get().pruning(all)) : 0;
    LearningRate from = fall.get().from(rate.get());
    return TrainingPlan.usual(whole(seed, 0))
        .withBatch(whole(batch, 1))
        .withDense(new StagePlan(0, from))
        .withPruning(new StagePlan(pruning, new LearningRate.Constant(rate.get())))
        .withRetraining(new StagePlan(all - pruning, from))
        .withSchedule(way.get().schedule())
        .withOptimizer(method.get().optimizer())
        .withRegularization(new Regularization(0, decay.get()))
        .withDropout(
            dropout.get() > 0
                ? OptionalDouble.of(Math.min(0.9, dropout.get()))
                : OptionalDouble.empty())
        .withPatience(whole(patience, 0));
  }

  private static int whole(DoubleProperty number, int least) {
    return Math.max(least, (int) Math.round(number.get()));
  }
}
