package org.weighbridge.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.recipe.step.Start;
import org.weighbridge.recipe.step.StepKinds;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Items;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.recipe.yaml.YamlText;
import org.weighbridge.training.blueprint.Blueprint;

/** Makes a recipe of a text. For one reading. */
final class RecipeReader {
  private static final List<String> KEYS =
      List.of("name", "parameters", "data", "models", "matrix", "steps");
  private static final int MOST_JOBS = 1000;
  private static final Mark TOP = new Mark(1, 1);

  private final RecipeSource source;
  private final Problems problems;
  private final FolderNames folders = new FolderNames();
  private final List<Job> jobs = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();

  RecipeReader(RecipeSource source) {
    this.source = source;
    this.problems = new Problems(source.file());
  }

  Recipe read(Map<String, String> set) {
    var root = YamlText.read(source.text(), problems);
    if (root.isEmpty() || (root.get() instanceof Text text && text.isNothing())) {
      throw problems.fatal(TOP, "The recipe is empty; write models: and steps:, for example.");
    }
    if (!(root.get() instanceof Entries entries)) {
      throw problems.fatal(
          root.get().mark(),
          "A recipe must have keys with values, not %s; write models: and steps:, for example."
              .formatted(root.get().words()));
    }
    entries.entries().forEach(this::known);
    var parameters = new Parameters(problems).read(entries.get("parameters"), set);
    var scope = new Scope(parameters, problems);
    String name = name(entries, scope);
    var models = models(entries, scope);
    var matrix = matrix(entries, scope, parameters);
    var steps = steps(entries);
    for (ModelEntry model : models) {
      jobs(model, parameters, matrix, entries.get("data"), steps);
    }
    checkUsed(matrix, models, steps);
    problems.check();
    var texts = new LinkedHashMap<String, String>();
    parameters.forEach((key, value) -> texts.put(key, Names.text(value)));
    return new Recipe(name, source.file(), source.text(), texts, jobs);
  }

  private void known(Entry entry) {
    String key = entry.key().text();
    if (!KEYS.contains(key)) {
      problems.add(
          entry.key().mark(),
          "A recipe has no key %s; %s"
              .formatted(
                  entry.key().words(),
                  Nearest.to(key, KEYS)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("it has " + String.join(", ", KEYS) + ".")));
    }
  }

  private String name(Entries entries, Scope scope) {
    var value = entries.get("name").map(scope::resolve);
    if (value.isPresent() && !(value.get() instanceof Text text && !text.isNothing())) {
      problems.add(
          value.get().mark(),
          "name must be a word, not %s; write paper-table, for example."
              .formatted(value.get().words()));
    }
    return FolderNames.safe(value.map(Names::text).orElseGet(source::title));
  }

  private List<ModelEntry> models(Entries entries, Scope scope) {
    var value = entries.get("models").map(scope::resolve);
    if (value.isEmpty()) {
      problems.add(TOP, "The recipe names no models; write models: [model.onnx], for example.");
      return List.of();
    }
    var items = value.get() instanceof Items list ? list.items() : List.of(value.get());
    if (items.isEmpty()) {
      problems.add(value.get().mark(), "The list of models is empty; name one.");
    }
    var models = new ArrayList<ModelEntry>();
    items.forEach(item -> ModelEntry.read(item, source, problems).ifPresent(models::add));
    return models;
  }

  private List<Value> steps(Entries entries) {
    var value = entries.get("steps");
    if (value.isEmpty()) {
      problems.add(
          TOP,
          "The recipe has no steps; write steps: and - optimize: {max-loss: 0.3}, for example.");
      return List.of();
    }
    if (!(value.get() instanceof Items list) || list.items().isEmpty()) {
      problems.add(
          value.get().mark(),
          "steps must be a list of steps, not %s; write - optimize: {max-loss: 0.3}, for example."
              .formatted(value.get() instanceof Items ? "an empty one" : value.get().words()));
      return List.of();
    }
    return list.items();
  }

  private Map<String, List<Value>> matrix(
      Entries entries, Scope scope, Map<String, Value> parameters) {
    var matrix = new LinkedHashMap<String, List<Value>>();
    long cells = 1;
    for (var row : Names.of(entries.get("matrix"), "matrix", problems).entrySet()) {
      Value value = scope.resolve(row.getValue());
      if (parameters.containsKey(row.getKey())) {
        problems.add(
            value.mark(),
            "%s is a parameter, too; give one of them another name.".formatted(row.getKey()));
      }
      if (value instanceof Items list && !list.items().isEmpty()) {
        matrix.put(row.getKey(), list.items());
        cells = Math.min(Integer.MAX_VALUE, cells * list.items().size());
      } else {
        problems.add(
            value.mark(),
            "%s must be a list of values, not %s; write [0.1, 0.3], for example."
                .formatted(row.getKey(), value instanceof Items ? "an empty one" : value.words()));
      }
    }
    if (cells > MOST_JOBS) {
      throw problems.fatal(
          entries.get("matrix").orElseThrow().mark(),
          "The matrix has more than %d cells; make it smaller.".formatted(MOST_JOBS));
    }
    return matrix;
  }

  private void jobs(
      ModelEntry model,
      Map<String, Value> parameters,
      Map<String, List<Value>> matrix,
      Optional<Value> data,
      List<Value> steps) {
    Network network;
    Optional<String> usualData;
    try {
      network =
          switch (model.source()) {
            case ModelSource.File file -> NetworkFiles.read(file.path());
            case ModelSource.Fresh fresh -> Start.network(fresh.blueprint());
          };
      usualData =
          model.source() instanceof ModelSource.File file
              ? ModelSidecar.besideModel(file.path())
                  .flatMap(ModelSidecar::dataset)
                  .filter(DataReader::builtIn)
              : Optional.empty();
    } catch (Fault fault) {
      problems.add(model.mark(), fault.sentence());
      return;
    }
    for (Map<String, Value> cell : cells(matrix)) {
      if (jobs.size() >= MOST_JOBS) {
        throw problems.fatal(
            model.mark(),
            "The recipe makes more than %d jobs; make it smaller.".formatted(MOST_JOBS));
      }
      var variables = new LinkedHashMap<>(model.with());
      variables.putAll(cell);
      var values = new LinkedHashMap<>(parameters);
      values.putAll(variables);
      job(model, network, usualData, variables, new Scope(values, problems), data, steps);
    }
  }

  private void job(
      ModelEntry model,
      Network network,
      Optional<String> usualData,
      Map<String, Value> variables,
      Scope scope,
      Optional<Value> data,
      List<Value> steps) {
    int before = problems.count();
    var choice =
        data.isPresent()
            ? data.map(scope::resolve).flatMap(new DataReader(source, problems)::read)
            : usualData.map(DataChoice::of);
    Optional<Blueprint> blueprint =
        model.source() instanceof ModelSource.Fresh fresh
            ? Optional.of(fresh.blueprint())
            : Optional.empty();
    var start = new Start(blueprint, source::find);
    var read = new ArrayList<StepKinds.Read>();
    steps.forEach(
        step -> StepKinds.read(scope.resolve(step), start, problems).ifPresent(read::add));
    variables.keySet().stream().filter(scope::used).forEach(used::add);
    if (problems.count() == before) {
      new JobCheck(network, blueprint.isPresent(), problems).check(read, choice.isPresent());
    }
    var texts = new LinkedHashMap<String, String>();
    variables.forEach((key, value) -> texts.put(key, Names.text(value)));
    jobs.add(
        new Job(
            folders.unique(title(model, variables)),
            texts,
            model.source(),
            choice,
            read.stream()
                .map(
                    step ->
                        new Step(
                            step.operator(),
                            StepKinds.text(step.operator(), start, true),
                            step.mark()))
                .toList()));
  }

  /** The model and what distinguishes its cells. */
  private static String title(ModelEntry model, Map<String, Value> variables) {
    var title = new StringBuilder(model.title());
    variables.forEach(
        (name, value) -> {
          if (!model.with().containsKey(name)) {
            title.append('-').append(name).append('-').append(Names.text(value));
          }
        });
    return title.toString();
  }

  /** All combinations, the last key the fastest. */
  private static List<Map<String, Value>> cells(Map<String, List<Value>> matrix) {
    List<Map<String, Value>> cells = List.of(Map.of());
    for (var row : matrix.entrySet()) {
      var longer = new ArrayList<Map<String, Value>>();
      for (Map<String, Value> cell : cells) {
        for (Value value : row.getValue()) {
          var with = new LinkedHashMap<>(cell);
          with.put(row.getKey(), value);
          longer.add(with);
        }
      }
      cells = longer;
    }
    return cells;
  }

  private void checkUsed(
      Map<String, List<Value>> matrix, List<ModelEntry> models, List<Value> steps) {
    if (jobs.isEmpty() || steps.isEmpty()) {
      return;
    }
    matrix.forEach((name, values) -> unused(name, values.getFirst().mark(), "The matrix varies"));
    models.forEach(
        model -> model.with().forEach((name, v) -> unused(name, v.mark(), "A model says")));
  }

  private void unused(String name, Mark mark, String who) {
    if (!used.contains(name)) {
      problems.add(
          mark,
          "%s %s, but no step uses ${%s}; use it or leave it out.".formatted(who, name, name));
    }
  }
}
