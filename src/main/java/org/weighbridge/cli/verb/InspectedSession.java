package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.TextTable;

/**
 * What {@code inspect} says of a session: its network, then what was tried.
 *
 * @param file the session
 * @param network what is said of the network that is chosen in it
 */
record InspectedSession(Path file, SessionState session, Answer network) implements Answer {
  @Override
  public JsonObject json() {
    var json = network.json();
    json.addProperty("session", file.toString());
    json.addProperty("model", session.model().path());
    session.data().ifPresent(data -> json.addProperty("data", data.where()));
    var runs = new JsonArray();
    session.runs().forEach(run -> runs.add(json(run)));
    json.add("runs", runs);
    return json;
  }

  private JsonObject json(Run run) {
    var json = new JsonObject();
    json.addProperty("number", run.number());
    json.addProperty("at", run.at().toString());
    json.addProperty("origin", run.origin().name().toLowerCase(Locale.ROOT));
    json.addProperty("codec", run.configuration().coding().codec());
    json.addProperty("bytes", run.file().fileBytes());
    json.addProperty("ratio", run.file().ratio());
    if (run.accuracy().isPresent()) {
      var accuracy = run.accuracy().get();
      json.addProperty("top1", accuracy.accuracy().top1());
      json.addProperty("lossPoints", accuracy.loss().points());
    } else {
      json.add("top1", JsonNull.INSTANCE);
      json.add("lossPoints", JsonNull.INSTANCE);
    }
    json.addProperty("current", current(run));
    json.addProperty("pinned", pinned(run));
    json.addProperty("note", run.note());
    return json;
  }

  private boolean pinned(Run run) {
    return session.pinned().filter(number -> number == run.number()).isPresent();
  }

  private boolean current(Run run) {
    var chosen = session.choices();
    return run.base() == chosen.base()
        && run.pruning().equals(chosen.pruning())
        && run.configuration().equals(chosen.configuration());
  }

  @Override
  public void print(PrintWriter out) {
    network.print(out);
    out.println();
    out.println(
        "%s: %s, %s%s"
            .formatted(
                file,
                session.model().path(),
                session.data().map(data -> "data " + data.where()).orElse("without data"),
                session.runs().isEmpty() ? ", no runs" : ", runs:"));
    if (session.runs().isEmpty()) {
      return;
    }
    out.println();
    var table = TextTable.of("run>", "coder", "bytes>", "ratio>", "top-1>", "loss>", "", "note");
    for (Run run : session.runs()) {
      table =
          table.withRow(
              Integer.toString(run.number()),
              run.configuration().coding().codec(),
              Numbers.count(run.file().fileBytes()),
              Numbers.ratio(run.file().ratio()),
              run.accuracy().map(a -> Numbers.percent(a.accuracy().top1())).orElse("-"),
              run.accuracy().map(a -> Numbers.points(a.loss().points())).orElse("-"),
              (current(run) ? "current" : "") + (pinned(run) ? " pinned" : ""),
              run.note());
    }
    out.print(table.render());
  }
}
