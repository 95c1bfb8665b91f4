package org.weighbridge.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;

/** Plans as JSON, for checkpoints and for whoever keeps one. */
public final class PlanJson {
  private PlanJson() {}

  /** All of a plan; {@link #parse} gives the same plan. */
  public static JsonObject of(TrainingPlan plan) {
    var json = new JsonObject();
    json.addProperty("seed", plan.seed());
    json.addProperty("batch", plan.batch());
    for (Stage stage : Stage.values()) {
      var own = new JsonObject();
      own.addProperty("epochs", plan.stage(stage).epochs());
      own.add("rate", rate(plan.stage(stage).rate()));
      json.add(stage.title(), own);
    }
    json.addProperty("rounds", plan.schedule().rounds());
    json.addProperty("regrow", plan.regrow());
    json.addProperty("keepZeros", plan.keepZeros());
    json.add("optimizer", optimizer(plan.optimizer()));
    json.addProperty("l1", plan.regularization().l1());
    json.addProperty("l2", plan.regularization().l2());
    plan.dropout().ifPresent(ratio -> json.addProperty("dropout", ratio));
    json.addProperty("normalize", plan.normalize());
    json.addProperty("patience", plan.patience());
    if (!plan.frozen().isEmpty()) {
      var frozen = new JsonArray();
      plan.frozen().stream().map(LayerId::name).sorted().forEach(frozen::add);
      json.add("frozen", frozen);
    }
    return json;
  }

  private static JsonObject rate(LearningRate rate) {
    var json = new JsonObject();
    json.addProperty("rate", rate.rate());
    LearningRate course = rate;
    if (rate instanceof LearningRate.WarmUp warm) {
      json.addProperty("warmUp", warm.length());
      course = warm.then();
    }
    switch (course) {
      case LearningRate.Constant constant -> json.addProperty("course", "constant");
      case LearningRate.Cosine cosine -> json.addProperty("course", "cosine");
      case LearningRate.Steps steps -> {
        json.addProperty("course", "steps");
        json.addProperty("factor", steps.factor());
        json.addProperty("every", steps.every());
      }
      case LearningRate.WarmUp warm -> throw new IllegalArgumentException("two warm-ups");
    }
    return json;
  }

  private static JsonObject optimizer(Optimizer optimizer) {
    var json = new JsonObject();
    switch (optimizer) {
      case Optimizer.Sgd sgd -> {
        json.addProperty("name", "sgd");
        json.addProperty("momentum", sgd.momentum());
        json.addProperty("nesterov", sgd.nesterov());
      }
      case Optimizer.Adam adam -> {
        json.addProperty("name", "adam");
        json.addProperty("beta1", adam.beta1());
        json.addProperty("beta2", adam.beta2());
        json.addProperty("epsilon", adam.epsilon());
      }
    }
    return json;
  }

  /**
   * The plan that a text says.
   *
   * @throws Fault when it says none
   */
  public static TrainingPlan parse(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      return new TrainingPlan(
          field(json, "seed").getAsLong(),
          field(json, "batch").getAsInt(),
          stage(json, Stage.DENSE),
          stage(json, Stage.PRUNING),
          stage(json, Stage.RETRAINING),
          new PruningSchedule(field(json, "rounds").getAsInt()),
          field(json, "regrow").getAsBoolean(),
          field(json, "keepZeros").getAsBoolean(),
          optimizer(object(json, "optimizer")),
          new Regularization(number(json, "l1"), number(json, "l2")),
          json.has("dropout") ? OptionalDouble.of(number(json, "dropout")) : OptionalDouble.empty(),
          field(json, "normalize").getAsBoolean(),
          field(json, "patience").getAsInt(),
          frozen(json));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | StackOverflowError e) {
      throw new Fault(
          "The plan of the training is damaged (" + e.getMessage() + "); make it anew.", e);
    }
  }

  private static Set<LayerId> frozen(JsonObject plan) {
    var layers = new HashSet<LayerId>();
    if (plan.has("frozen")) {
      plan.getAsJsonArray("frozen").forEach(name -> layers.add(new LayerId(name.getAsString())));
    }
    return layers;
  }

  private static StagePlan stage(JsonObject plan, Stage stage) {
    JsonObject json = object(plan, stage.title());
    return new StagePlan(field(json, "epochs").getAsInt(), rate(object(json, "rate")));
  }

  private static LearningRate rate(JsonObject json) {
    double rate = number(json, "rate");
    String course = field(json, "course").getAsString();
    LearningRate then =
        switch (course) {
          case "constant" -> new LearningRate.Constant(rate);
          case "cosine" -> new LearningRate.Cosine(rate);
          case "steps" ->
              new LearningRate.Steps(rate, number(json, "factor"), field(json, "every").getAsInt());
          default -> throw new IllegalArgumentException("unknown course " + course);
        };
    return json.has("warmUp") ? new LearningRate.WarmUp(number(json, "warmUp"), then) : then;
  }

  private static Optimizer optimizer(JsonObject json) {
    String name = field(json, "name").getAsString();
    return switch (name) {
      case "sgd" ->
          new Optimizer.Sgd(number(json, "momentum"), field(json, "nesterov").getAsBoolean());
      case "adam" ->
          new Optimizer.Adam(number(json, "beta1"), number(json, "beta2"), number(json, "epsilon"));
      default -> throw new IllegalArgumentException("unknown optimizer " + name);
    };
  }

  private static double number(JsonObject json, String key) {
    return field(json, key).getAsDouble();
  }

  private static JsonObject object(JsonObject json, String key) {
    return field(json, key).getAsJsonObject();
  }

  private static JsonElement field(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }
}
