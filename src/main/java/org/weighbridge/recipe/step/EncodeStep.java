package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;

/** Encoding. */
final class EncodeStep extends StepKind<Encode> {
  private static final Kind<CodedAs> SETTING =
      new Kinds.Parsed<>(
          "a setting such as 0.01, rel:0.001, psnr:60, bits:5 or codebook/bits:5",
          "0.01",
          EncodeStep::setting,
          CodedAs::toString);
  private static final Key<LayerValues<CodedAs>> BOUND =
      Key.optional("bound", new EveryLayer(), "the setting of every layer");
  private static final Key<LayerValues<CodedAs>> BOUNDS =
      Key.optional(
          "bounds",
          LayerKinds.values(SETTING),
          "settings by layer; layers that are not named are carried along losslessly");
  private static final Key<Value> CONFIG =
      Key.optional("config", new AsItStands(), "a file that optimize -o wrote, or what it says");

  EncodeStep() {
    super(
        Encode.class,
        "encode",
        "Encodes, decodes again and checks every bound; with what optimize chose unless it says"
            + " otherwise.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.addAll(List.of(BOUND, BOUNDS, CONFIG, CodingKeys.CODER));
    keys.addAll(CodingKeys.WITHOUT_CODER);
    keys.add(SearchKeys.LOCK);
    return keys;
  }

  private static CodedAs setting(String text) {
    var as = CodedAs.parse(text);
    return new CodedAs(as.coder().map(Codecs::byId).map(LayerCodec::id), as.setting());
  }

  @Override
  Encode read(Fields fields, Start start) {
    fields.exclude(BOUND, BOUNDS, "write the bound of all other layers as others.");
    fields.exclude(BOUND, CONFIG, "the configuration has the bounds, so leave one of them out.");
    fields.exclude(BOUNDS, CONFIG, "the configuration has the bounds, so leave one of them out.");
    var layers = new LayerSelection(List.of(), fields.find(SearchKeys.LOCK).orElse(List.of()));
    return new Encode(source(fields, start), layers);
  }

  private static Encode.Source source(Fields fields, Start start) {
    var coding = CodingKeys.read(fields);
    var config = fields.find(CONFIG);
    var settings = fields.find(BOUNDS).or(() -> fields.find(BOUND));
    var spoken = fields.any(coding());
    if (config.isPresent()) {
      spoken.ifPresent(
          key ->
              fields.problem(
                  key,
                  "The configuration says the %s itself; leave one of them out."
                      .formatted(key.name())));
      return new Encode.Given(configuration(config.get(), start));
    }
    if (settings.isPresent()) {
      check(settings.get(), coding, fields);
      return new Encode.Asked(coding, settings.get());
    }
    if (fields.has(CodingKeys.CODER) && coding.layerCodec().axis().places().size() == 1) {
      var only = CodedAs.of(coding.layerCodec().axis().start());
      return new Encode.Asked(coding, LayerValues.everywhere(only));
    }
    spoken.ifPresent(
        key ->
            fields.problem(
                key,
                "%s goes with bounds; what optimize chose has its own, so give bound: 0.01, for"
                        .formatted(key.name())
                    + " example, or leave it out."));
    return new Encode.Chosen();
  }

  private static List<Key<?>> coding() {
    var keys = new ArrayList<Key<?>>();
    keys.add(CodingKeys.CODER);
    keys.addAll(CodingKeys.WITHOUT_CODER);
    return keys;
  }

  /** Every setting must be one that its coder knows. */
  private static void check(LayerValues<CodedAs> settings, Coding coding, Fields fields) {
    var all = new ArrayList<>(settings.named().values());
    settings.others().ifPresent(all::add);
    for (CodedAs as : all) {
      var codec = Codecs.byId(as.coder().orElse(coding.codec()));
      Axis axis = codec.axis();
      if (!axis.takes(as.setting())) {
        fields.problem(
            fields.has(BOUND) ? BOUND : BOUNDS,
            "%s cannot be set to %s; write %s, for example."
                .formatted(codec.label(), as.setting(), axis.start()));
      }
    }
  }

  private static Configuration configuration(Value value, Start start) {
    if (!(value instanceof Text name)) {
      return ConfigurationFile.parse(Json.text(value), "The config");
    }
    Path file =
        start
            .find()
            .apply(name.text())
            .orElseThrow(
                () ->
                    Misfit.sentence(
                        value,
                        "There is no configuration %s, neither beside the recipe nor in the current folder; write one with optimize -o."
                            .formatted(name.words())));
    return ConfigurationFile.read(file);
  }

  @Override
  void write(Encode encode, Start start, Written out) {
    switch (encode.settings()) {
      case Encode.Chosen chosen -> {}
      case Encode.Given given -> out.put(CONFIG, AsItStands.of(given.configuration()));
      case Encode.Asked asked -> {
        boolean every = asked.settings().named().isEmpty() && asked.settings().others().isPresent();
        out.put(every ? BOUND : BOUNDS, asked.settings());
        CodingKeys.write(asked.coding(), out);
      }
    }
    out.put(SearchKeys.LOCK, encode.layers().locked(), List.of());
  }

  /** One setting for all layers. */
  private static final class EveryLayer implements Kind<LayerValues<CodedAs>> {
    @Override
    public LayerValues<CodedAs> read(Value value) {
      if (value instanceof Entries) {
        throw Misfit.sentence(
            value, "bound is one setting for all layers; write bounds: for settings by layer.");
      }
      return LayerValues.everywhere(SETTING.read(value));
    }

    @Override
    public Value write(LayerValues<CodedAs> values) {
      return SETTING.write(values.others().orElseThrow());
    }

    @Override
    public String words() {
      return SETTING.words();
    }
  }

  /** A configuration, or the name of its file. */
  private static final class AsItStands implements Kind<Value> {
    static Value of(Configuration configuration) {
      return Json.value(ConfigurationFile.toLine(configuration));
    }

    @Override
    public Value read(Value value) {
      if (value instanceof Entries || (value instanceof Text text && !text.isNothing())) {
        return value;
      }
      throw Misfit.of(value, words(), "config.json");
    }

    @Override
    public Value write(Value value) {
      return value;
    }

    @Override
    public String words() {
      return "a file or a configuration";
    }

    @Override
    public List<Text> layers(Value value) {
      return value instanceof Entries entries
              && entries.get("bounds").orElse(null) instanceof Entries bounds
          ? bounds.entries().stream().map(Value.Entry::key).toList()
          : List.of();
    }
  }
}
