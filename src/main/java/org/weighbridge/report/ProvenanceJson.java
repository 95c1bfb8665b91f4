package org.weighbridge.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;

/** The content of {@code provenance.json}. */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static JsonObject of(ReportInput input, Provenance from) {
    var json = new JsonObject();
    json.addProperty("program", from.program());
    from.revision().ifPresent(revision -> json.addProperty("revision", revision));
    json.addProperty("at", from.at().toString());
    from.model().ifPresent(model -> json.add("model", model(model)));
    from.original().ifPresent(model -> json.add("original", model(model)));
    var data = new JsonArray();
    from.data()
        .forEach(
            source -> {
              var one = new JsonObject();
              one.addProperty("name", source.name());
              one.addProperty("samples", source.samples());
              one.addProperty("sha256", source.sha256());
              data.add(one);
            });
    json.add("data", data);
    var seeds = new JsonObject();
    from.seeds().forEach(seeds::addProperty);
    json.add("seeds", seeds);
    input.encoded().ifPresent(model -> json.add("coding", coding(model.configuration())));
    var machine = new JsonObject();
    machine.addProperty("system", from.machine().system());
    machine.addProperty("java", from.machine().java());
    machine.addProperty("processor", from.machine().processor());
    machine.addProperty("cores", from.machine().cores());
    var libraries = new JsonObject();
    from.machine().libraries().forEach(libraries::addProperty);
    machine.add("libraries", libraries);
    json.add("machine", machine);
    return json;
  }

  private static JsonObject model(ModelSource source) {
    var json = new JsonObject();
    json.addProperty("file", source.file());
    json.addProperty("sha256", source.sha256());
    return json;
  }

  private static JsonObject coding(Configuration configuration) {
    var coding = configuration.coding();
    var json = new JsonObject();
    json.addProperty("coder", coding.codec());
    json.addProperty("effort", ComparisonTables.lowerCase(coding.effort()));
    json.addProperty("belowBound", ComparisonTables.lowerCase(coding.belowBound()));
    coding.smallTensors().ifPresent(bound -> json.addProperty("smallTensors", bound.toString()));
    return json;
  }
}
