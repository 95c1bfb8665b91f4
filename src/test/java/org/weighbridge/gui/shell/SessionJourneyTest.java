package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.gui.user.UserFiles;

/** Work is saved and gone on with; what cannot be opened is said; files are dropped. */
class SessionJourneyTest {
  /** No process has a number beyond the largest. */
  private static final String ANOTHER = "unsaved-4194305.wbsession";

  @TempDir Path folder;
  private TinyExample example;

  @BeforeEach
  void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void saveChangeOpenAgain() {
    Path file = folder.resolve("journey.wbsession");
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      var runs = window.workbench().runs();
      window.await("the first run", () -> runs.all().size() == 1);
      window.type("#bound-1", "5e-3");
      window.await("a second run", () -> runs.all().size() == 2);
      window.awaitMeasured();
      window.keys(KeyCode.ALT, KeyCode.P);
      window.robot.clickOn(window.run(0)).type(KeyCode.F2);
      window.await("the field", () -> window.scene().getFocusOwner() instanceof TextField);
      window.robot.write("mine").type(KeyCode.ENTER);
      window.await("a note", () -> runs.all().getLast().note().equals("mine"));
      var choices = window.workbench().history().get();
      var tried = List.copyOf(runs.all());
      window.answers.add(file);
      window.keys(KeyCode.CONTROL, KeyCode.S);
      window.await("saved", window::hasNotice);
      assertTrue(Files.exists(file));

      window.type("#bound-0", "5e-2");
      window.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.P);
      window.await("a third run", () -> runs.all().size() == 3);
      assertNull(runs.pinned().get());

      window.answers.add(file);
      window.keys(KeyCode.CONTROL, KeyCode.O);
      window.await("opened", () -> window.workbench().history().get().equals(choices));
      window.awaitMeasured();
      assertEquals(tried, runs.all());
      assertEquals(2, runs.pinned().get().number());
    }
  }

  @Test
  void whatWasNotSavedIsOffered() throws IOException {
    Path state = folder.resolve("state");
    var user = new UserFiles(Optional.empty(), Optional.of(state));
    try (var window = new TestWindow(user)) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      window.type("#bound-0", "5e-2");
      window.awaitMeasured();
    }
    Path sessions = state.resolve("sessions");
    try (var kept = Files.list(sessions)) {
      // as if that window had been another process
      Files.move(kept.findFirst().orElseThrow(), sessions.resolve(ANOTHER));
    }
    try (var window = new TestWindow(user)) {
      window.await("the offer", () -> window.scene().lookup("#unfinished").isVisible());
      window.robot.clickOn("#go-on");
      window.await("gone on", () -> window.workbench().subject().get() != null);
      window.awaitMeasured();
      var bounds = window.workbench().history().get().settings().values();
      assertEquals(0.05, ((ErrorBound) bounds.iterator().next()).value());
    }
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path model = Files.writeString(folder.resolve("broken.onnx"), "no model");
    byte[] torn = new byte[200];
    byte[] start = "PK\3\4".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, torn, 0, start.length);
    Path session = Files.write(folder.resolve("torn.wbsession"), torn);
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      var before = window.workbench().subject().get();
      for (Path file : List.of(model, session)) {
        window.answers.add(file);
        window.keys(KeyCode.CONTROL, KeyCode.O);
        String name = String.valueOf(file.getFileName());
        window.await("a sentence on " + name, () -> window.notice().contains(name));
        assertEquals(before, window.workbench().subject().get(), "what was open stays");
      }
    }
  }

  @Test
  void dropped() {
    try (var window = new TestWindow()) {
      window.drop(example.model(), example.data());
      window.await("opened", () -> window.workbench().subject().get() != null);
      window.awaitMeasured();
      assertEquals(example.data() + "", window.workbench().evaluation().get().where());
      window.drop(folder.resolve("nowhere.onnx"));
      window.await("why not", window::hasNotice);
      assertTrue(window.text("#notice-sentence").contains("nowhere.onnx"));
    }
  }
}
