package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;

/** A session in place of a model: its network, data and configuration are what verbs work with. */
class SessionAsModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  private static final LayerId FC2 = new LayerId("fc2.weight");
  private static final PruningChoices PRUNING =
      new PruningChoices(PruningMethod.DENSITY, Grain.WEIGHTS, Map.of(FC1, 0.25));

  @TempDir Path folder;
  private TinyExample tiny;
  private Path session;

  @BeforeEach
  void saveASession() {
    tiny = TinyExample.in(folder);
    session = tiny.file("tried.wbsession");
    save(0, List.of());
  }

  private void save(int base, List<Network> retrained) {
    Map<LayerId, Setting> settings =
        Map.of(FC1, ErrorBound.absolute(0.04), FC2, ErrorBound.absolute(0.02));
    var state =
        new SessionState(
            new SessionState.Model(
                tiny.model().toString(), Optional.empty(), NetworkFiles.read(tiny.model()).hash()),
            Optional.empty(),
            Optional.of(
                new SessionState.Data(
                    tiny.data().toString(),
                    Optional.empty(),
                    Map.of(
                        Split.TEST, hash(Split.TEST), Split.VALIDATION, hash(Split.VALIDATION)))),
            retrained.stream()
                .map(network -> new SessionState.Retrained(1, Optional.empty()))
                .toList(),
            List.of(),
            Optional.empty(),
            new SessionState.Chosen(
                base, PRUNING, new Configuration(Coding.DEFAULT.withCodec("deepsz"), settings)),
            1,
            List.of(),
            SessionState.View.NONE);
    SessionFile.write(new Session(state, retrained), session);
  }

  private String hash(Split split) {
    return DataSets.open(tiny.data().toString(), split, OptionalInt.empty()).hash();
  }

  @Test
  void encodesWhatIsChosen() {
    Path wbz = tiny.file("chosen.wbz");
    var json = type("encode", session, "-o", wbz, "--json").json();
    var first = json.getAsJsonArray("layers").get(0).getAsJsonObject();
    assertTrue(first.get("codec").getAsString().contains("lorenzo"), "DeepSZ predicts");
    assertEquals(0.04, first.get("bound").getAsDouble());
    assertEquals(216, first.get("kept").getAsInt(), "a quarter of 24 x 36");
    assertEquals(TinyExample.TEST, json.getAsJsonObject("after").get("samples").getAsInt());
    assertTrue(Files.exists(tiny.file("chosen.wbz.json")), "the model's sidecar is carried over");

    var other = type("encode", session, "-o", wbz, "--bound", "0.01", "--codec", "zfp", "--json");
    first = other.json().getAsJsonArray("layers").get(0).getAsJsonObject();
    assertTrue(first.get("codec").getAsString().startsWith("ZFP"), "what is typed wins");
    assertEquals(0.01, first.get("bound").getAsDouble());
    assertFalse(type("encode", session, "-o", wbz).done().out().contains("0.001"));
  }

  @Test
  void allVerbsTakeIt() {
    assertEquals(
        0.04,
        type("encode", session, "-o", tiny.file("a.wbz"), "--effort", "fast", "--json")
            .json()
            .getAsJsonArray("layers")
            .get(0)
            .getAsJsonObject()
            .get("bound")
            .getAsDouble());
    var evaluated = type("evaluate", session, "--json").json();
    assertTrue(evaluated.has("against"), "before encoding");
    type("assess", session, "--grid", "1e-2:1e-1:3", "--no-cache").done();
    type("optimize", session, "--max-loss", "5", "-o", tiny.file("found.json")).done();
    type("compare", session, "--budget", "5", "--coders", "sz,zfp").done();
    Path pruned = tiny.file("pruned.onnx");
    type("prune", session, "-o", pruned, "--density", "0.1").done();
    assertEquals(86, NetworkFiles.read(pruned).layers().getFirst().weights().nonZeros());
    assertTrue(type("open", session).done().out().contains("tried.wbsession"));
  }

  @Test
  void reportsOnWhatItWasMadeOf() throws IOException {
    Path report = tiny.file("report");
    type("report", session, "-o", report, "--formats", "svg", "--widths", "one").done();
    String methods = Files.readString(report.resolve("tables/paper-methods.csv"));
    assertTrue(methods.contains("before pruning"), methods);
    String json = Files.readString(report.resolve("report.json"));
    assertTrue(json.contains("\"maxLossPoints\": 1"), json);
  }

  @Test
  void whatWasRetrainedIsTheBase() {
    var retrained = TestModels.mlp(77, 36, 24, 4);
    save(1, List.of(retrained));
    Path pruned = tiny.file("pruned.onnx");
    type("prune", session, "-o", pruned, "--density", "0.9999").done();
    float first = NetworkFiles.read(pruned).layers().get(1).weights().values()[0];
    assertEquals(retrained.layers().get(1).weights().values()[0], first);
  }

  @Test
  void inspectSaysItsNetworkAndRuns() {
    var json = type("inspect", session, "--json").json();
    assertEquals(
        0.75, json.getAsJsonArray("layers").get(0).getAsJsonObject().get("sparsity").getAsDouble());
    assertEquals(0, json.getAsJsonArray("runs").size());
    assertTrue(type("inspect", session).done().out().contains("no runs"));
  }

  @Test
  void aFolderMovesWithAllThatIsInIt() throws IOException {
    Path there = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-moved"));
    try {
      type("evaluate", there.resolve("tried.wbsession")).done();
    } finally {
      Files.move(there, folder);
    }
  }

  @Test
  void aMovedModelIsAskedFor() throws IOException {
    Path elsewhere = Files.createDirectory(tiny.file("elsewhere")).resolve("other.onnx");
    Files.move(tiny.model(), elsewhere);
    type("inspect", session).refused("tried.wbsession", tiny.model(), "--model PATH");
    type("inspect", session, "--model", elsewhere).done();
    type("inspect", elsewhere, "--model", elsewhere).wrongUsage("this is none");
  }

  @Test
  void aChangedModelIsRefused() {
    String was = NetworkFiles.read(tiny.model()).hash();
    NetworkFiles.write(TestModels.mlp(6, 36, 24, 4), tiny.model());
    String is = NetworkFiles.read(tiny.model()).hash();
    type("inspect", session)
        .refused(tiny.model(), was.substring(0, 8), is.substring(0, 8), "--model");
    type("inspect", session, "--model", tiny.model()).refused(was.substring(0, 8));
  }

  @Test
  void movedAndChangedDataIsRefused() throws IOException {
    Path moved = tiny.file("moved");
    Files.move(tiny.data(), moved);
    type("evaluate", session).refused("tried.wbsession", tiny.data(), "--data PATH");
    type("evaluate", session, "--data", moved).done();
    Files.move(moved, tiny.data());
    Path labels = tiny.data().resolve("t10k-labels-idx1-ubyte");
    byte[] bytes = Files.readAllBytes(labels);
    bytes[8] ^= 1;
    String was = hash(Split.TEST);
    Files.write(labels, bytes);
    type("evaluate", session)
        .refused(was.substring(0, 8), hash(Split.TEST).substring(0, 8), "--data");
    type("evaluate", session, "--data", tiny.data()).done();
  }
}
