package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;

class SessionFileTest {
  private static final long SEED = 7;

  @TempDir Path folder;
  private final Session session = ExampleSession.make();

  @Test
  void comesBackAsItWas() {
    Path file = folder.resolve("one.wbsession");
    SessionFile.write(session, file);
    var back = SessionFile.read(file);
    assertEquals(session.state().in(file), back.state());
    assertEquals(session.state().in(file), SessionFile.readState(file));
    assertTrue(session.state().sameWork(back.state()));
    var network = back.networks().getFirst();
    assertEquals("lenet", network.name());
    for (int i = 0; i < network.layers().size(); i++) {
      assertArrayEquals(
          session.networks().getFirst().layers().get(i).weights().values(),
          network.layers().get(i).weights().values());
    }
    assertEquals(
        List.of(ExampleSession.FC2, ExampleSession.FC1),
        List.copyOf(back.state().choices().configuration().settings().keySet()),
        "bounds stay in the order of the network");
  }

  @Test
  void readsConfigurationsOfTheFirstVersion() {
    var first =
        JsonParser.parseString(
            """
            {"configuration": {"coding": {"codec": "sz", "smallTensors": {"mode": "relative", "value": 0.1}},
             "bounds": {"fc1": {"mode": "absolute", "value": 0.02}, "fc2": {"mode": "psnr", "value": 60.0}}}}
            """);
    FirstVersion.bringUp(first);
    assertEquals(
        JsonParser.parseString(
            """
            {"configuration": {"coding": {"codec": "sz", "smallTensors": "rel:0.1"},
             "settings": {"fc1": "0.02", "fc2": "psnr:60.0"}, "coders": {}}}
            """),
        first);
  }

  @Test
  void isToldByItsFirstBytes() throws IOException {
    Path file = folder.resolve("one.wbsession");
    SessionFile.write(session, file);
    byte[] bytes = Files.readAllBytes(file);
    assertTrue(SessionFile.begins(Arrays.copyOf(bytes, 42)));
    assertFalse(SessionFile.begins(Arrays.copyOf(bytes, 41)));
    assertFalse(SessionFile.begins(new byte[42]));
  }

  @Test
  void aPartOfAFileIsNoSession() throws IOException {
    Path file = folder.resolve("cut.wbsession");
    SessionFile.write(session, file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 100) {
      Files.write(file, Arrays.copyOf(whole, length));
      var fault = assertThrows(Fault.class, () -> SessionFile.read(file), "cut at " + length);
      assertTrue(fault.sentence().contains(file.toString()), fault.sentence());
    }
  }

  @Test
  void aFlippedBitIsNeverAnotherSession() throws IOException {
    Path file = folder.resolve("flipped.wbsession");
    SessionFile.write(session, file);
    byte[] whole = Files.readAllBytes(file);
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] broken = whole.clone();
      int at = random.nextInt(broken.length);
      broken[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, broken);
      String where = "seed " + SEED + ", byte " + at + ": ";
      try {
        assertEquals(session.state().in(file), SessionFile.read(file).state(), where);
      } catch (Fault fault) {
        assertTrue(fault.sentence().contains("flipped.wbsession"), where + fault.sentence());
      }
    }
  }

  @Test
  void aNewerVersionAsksForANewerProgram() throws IOException {
    assertNames("\"version\": 3", "\"version\": 4", "newer version of the program");
  }

  @Test
  void whatIsMissingOrWrongIsNamed() throws IOException {
    assertNames("\"sha256\"", "\"sha\"", "$.model lacks sha256");
    assertNames("\"encodeNanos\": 5", "\"encodeNanos\": \"soon\"", "encodeNanos");
    assertNames("\"encodeNanos\": 5", "\"x\": 5", "$.runs[0].file lacks encodeNanos");
    assertNames("\"method\": \"threshold\"", "\"method\": \"luck\"", "luck");
    assertNames("\"pinned\": 1", "\"pinned\": 4", "the pinned run is missing");
    assertNames("\"base\": 1", "\"base\": 2", "of no network");
    assertNames("\"lossBudget\": 0.3", "\"lossBudget\": -1", "loss budget");
  }

  @Test
  void aNetworkThatIsNotThereIsMissed() throws IOException {
    Path file = folder.resolve("less.wbsession");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("session.json"));
      zip.write(SessionJson.write(session.state()).getBytes(StandardCharsets.UTF_8));
    }
    var fault = assertThrows(Fault.class, () -> SessionFile.read(file));
    assertTrue(fault.sentence().contains("network-1.onnx"), fault.sentence());
    assertEquals(session.state(), SessionFile.readState(file));
  }

  @Test
  void whereItLiesAndWhatIsLookedAtIsNoWork() {
    var state = session.state();
    var elsewhere = state.withFile(Optional.of("/elsewhere"));
    assertTrue(state.sameWork(elsewhere));
    assertFalse(state.equals(elsewhere));
  }

  private void assertNames(String text, String by, String named) throws IOException {
    Path file = edited(text, by);
    var fault = assertThrows(Fault.class, () -> SessionFile.read(file));
    assertTrue(fault.sentence().contains(named), fault.sentence());
    assertTrue(fault.sentence().contains(file.toString()), fault.sentence());
  }

  /** The session with one thing said otherwise. */
  private Path edited(String text, String by) throws IOException {
    Path whole = folder.resolve("whole.wbsession");
    SessionFile.write(session, whole);
    Path file = folder.resolve("edited.wbsession");
    try (var in = new ZipFile(whole.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : in.stream().toList()) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("session.json")) {
          String json = new String(bytes, StandardCharsets.UTF_8);
          int at = json.indexOf(text);
          assertTrue(at >= 0, text + " is not in " + json);
          json = json.substring(0, at) + by + json.substring(at + text.length());
          bytes = json.getBytes(StandardCharsets.UTF_8);
        }
        out.write(bytes);
      }
    }
    return file;
  }
}
