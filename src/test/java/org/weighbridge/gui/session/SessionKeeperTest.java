package org.weighbridge.gui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.session.LoggedRun;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.gui.training.TrainingViewModel;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;

/** A session is saved, goes on, and is never lost. */
class SessionKeeperTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  private static final LayerId FC2 = new LayerId("fc2.weight");

  @TempDir Path folder;
  private final List<Path> remembered = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private TinyExample example;
  private Bench bench;
  private SessionKeeper keeper;

  @BeforeEach
  void open() {
    example = TinyExample.in(folder);
    bench = Bench.open(example);
    keeper = keeper(bench);
  }

  @Test
  void goesOnWhereItWasSaved() {
    bound(0.05);
    bench.workbench.runs().pin(bench.workbench.runs().all().getFirst());
    bench.workbench.runs().annotate(bench.workbench.runs().all().getLast(), "mine");
    bench.workbench.lossBudget().set(1.5);
    bench.workbench.selected().set(FC2);
    bench.workbench.pruning().set(List.of(FC1), 0.5);
    settle(bench);
    Path file = folder.resolve("one.wbsession");
    keeper.save(file);
    assertTrue(keeper.saved().get());
    assertEquals(List.of(file), remembered);
    assertEquals("one.wbsession · saved", keeper.words().get());

    var other = new Bench();
    var opened = keeper(other);
    opened.open(file, Optional.empty(), new Answering());
    settle(other);
    assertEquals(bench.workbench.history().get(), other.workbench.history().get());
    assertEquals(
        bench.workbench.pruning().choices().get(), other.workbench.pruning().choices().get());
    assertEquals(bench.workbench.runs().all(), other.workbench.runs().all());
    var pinned = other.workbench.runs().pinned().get();
    assertNotNull(pinned);
    assertEquals(1, pinned.number());
    assertEquals(1.5, other.workbench.lossBudget().get());
    assertEquals(FC2, other.workbench.selected().get());
    assertNotNull(other.workbench.evaluation().get(), "its data is open");
    assertTrue(other.workbench.upToDate());
    assertEquals(file, opened.file().get());
    assertTrue(opened.saved().get(), opened.words().get());
    assertFalse(other.workbench.history().canUndo().get());

    other.workbench.selected().set(FC1);
    assertTrue(opened.saved().get(), "what is looked at is no change");
    other.workbench.lossBudget().set(2);
    assertFalse(opened.saved().get());
    assertEquals("one.wbsession · unsaved changes", opened.words().get());
    other.workbench.lossBudget().set(1.5);
    assertTrue(opened.saved().get(), "back again");
  }

  @Test
  void codersComeBackWithTheirOptions() {
    bench.workbench.coders().use("codebook+density");
    bench.workbench.coders().use(FC2, "linear+channel");
    settle(bench);
    var configuration = bench.workbench.history().get();
    Path file = saved();
    var other = new Bench();
    keeper(other).open(file, Optional.empty(), new Answering());
    settle(other);
    assertEquals(configuration, other.workbench.history().get());
    assertEquals("codebook+density", other.workbench.coders().of(FC1).id());
    assertEquals("linear+channel", other.workbench.coders().of(FC2).id());
    assertEquals(bench.workbench.runs().all(), other.workbench.runs().all());
    assertTrue(other.workbench.upToDate());
  }

  @Test
  void theNetworkThatWasRetrainedComesBack() {
    bench.workbench.pruning().set(List.of(FC1), 0.3);
    settle(bench);
    var training = new TrainingViewModel(bench.workbench);
    training.plan().epochs().set(1);
    training.start();
    settle(bench);
    training.keep();
    settle(bench);
    var kept = bench.workbench.subject().get();
    assertTrue(kept.base().retrained());
    Path file = saved();

    var other = new Bench();
    var opened = keeper(other);
    opened.open(file, Optional.empty(), new Answering());
    settle(other);
    var back = other.workbench.subject().get();
    assertTrue(back.base().retrained());
    assertArrayEquals(
        kept.network().layers().getFirst().weights().values(),
        back.network().layers().getFirst().weights().values());
    assertEquals(kept.base().before(), back.base().before());
    assertEquals(bench.workbench.runs().all(), other.workbench.runs().all());
    assertTrue(other.workbench.upToDate());
    assertTrue(opened.saved().get(), opened.words().get());

    var earlier = other.workbench.runs().all().getFirst();
    other.workbench.runs().restore(earlier);
    settle(other);
    assertFalse(other.workbench.subject().get().base().retrained(), "a run before it");
    other.workbench.history().undo();
    settle(other);
    assertTrue(other.workbench.subject().get().base().retrained());
  }

  @Test
  void aMovedModelIsAskedFor() throws IOException {
    Path file = saved();
    Path moved = folder.resolve("elsewhere.onnx");
    Files.move(example.model(), moved);
    var other = new Bench();
    var opened = keeper(other);
    opened.open(file, Optional.empty(), new Answering());
    settle(other);
    assertNull(other.workbench.subject().get());
    assertTrue(said(other).contains("tiny.onnx is not there"), said(other));

    var asked = new Answering(moved);
    opened.open(file, Optional.empty(), asked);
    settle(other);
    assertEquals(List.of(example.model().toString()), asked.questions);
    assertEquals(
        moved, other.workbench.session().map(s -> Path.of(s.state().model().path())).get());
    assertFalse(opened.saved().get(), "the session does not know of the new place yet");
  }

  @Test
  void bothMovedTogetherIsNoQuestion() throws IOException {
    Path file = saved();
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.move(example.model(), there.resolve("tiny.onnx"));
    Path session = Files.move(file, there.resolve("s.wbsession"));
    var other = new Bench();
    keeper(other).open(session, Optional.empty(), new Answering());
    settle(other);
    assertNotNull(other.workbench.subject().get());
  }

  @Test
  void movedDataIsAskedForAndCanBeLeftOut() throws IOException {
    Path file = saved();
    Path moved = Files.move(example.data(), folder.resolve("moved"));
    var without = new Bench();
    keeper(without).open(file, Optional.empty(), new Answering());
    settle(without);
    assertNotNull(without.workbench.subject().get());
    assertNull(without.workbench.evaluation().get());
    assertFalse(
        without.workbench.assessing().assessment().get().curves().isEmpty(), "curves are shown");
    assertEquals(bench.workbench.runs().all(), without.workbench.runs().all());

    var with = new Bench();
    var asked = new Answering(moved);
    keeper(with).open(file, Optional.empty(), asked);
    settle(with);
    assertEquals(List.of(example.data().toString()), asked.questions);
    assertNotNull(with.workbench.evaluation().get());
  }

  @Test
  void changedDataIsRefused() throws IOException {
    Path file = saved();
    String was =
        SessionFile.readState(file).data().orElseThrow().sha256().get(Split.TEST).substring(0, 8);
    Path labels = example.data().resolve("t10k-labels-idx1-ubyte");
    byte[] bytes = Files.readAllBytes(labels);
    bytes[8] ^= 1;
    Files.write(labels, bytes);
    var other = new Bench();
    keeper(other).open(file, Optional.empty(), new Answering());
    settle(other);
    assertNull(other.workbench.evaluation().get());
    assertTrue(said(other).contains("another content (SHA-256"), said(other));
    assertTrue(said(other).contains(was), said(other));
  }

  @Test
  void curvesComeBackWithoutMeasuring() {
    var known = bench.workbench.assessing().assessment().get();
    Path file = saved();
    assertTrue(SessionFile.readState(file).curves().getFirst().key().isPresent());
    var other = new Bench();
    keeper(other).open(file, Optional.empty(), new Answering());
    settle(other);
    var back = other.workbench.assessing().assessment().get();
    assertEquals(known.baseline(), back.baseline());
    assertEquals(known.curves(), back.curves());
  }

  @Test
  void aLogOfRunsIsOpenedAsASession() {
    bound(0.05);
    var runs = List.copyOf(bench.workbench.runs().all());
    assertEquals(2, runs.size());
    Path log = folder.resolve("runs.jsonl");
    String hash = bench.workbench.subject().get().original().hash();
    RunLog.append(log, logged("other", "00", runs.getFirst()));
    runs.forEach(run -> RunLog.append(log, logged("tiny", hash, run.withNumber(1))));
    var other = new Bench();
    var opened = keeper(other);
    var asked = new Answering();
    opened.openLog(log, Optional.empty(), asked);
    settle(other);
    assertEquals(List.of("other 1", "tiny 2"), asked.questions);
    assertEquals(runs, other.workbench.runs().all(), "numbered anew");
    assertEquals(runs.getLast().configuration(), other.workbench.history().get());
    assertNotNull(other.workbench.evaluation().get(), "its data is open");
    assertNull(opened.file().get());
    assertFalse(opened.saved().get());
    other.workbench.runs().restore(runs.getFirst());
    settle(other);
    assertEquals(runs.getFirst().configuration(), other.workbench.history().get());
    assertEquals(3, RunLog.read(log).size(), "nothing is appended to it");
  }

  private LoggedRun logged(String name, String hash, Run run) {
    return new LoggedRun(
        example.model().toString(), hash, name, Optional.of(example.data().toString()), run);
  }

  @Test
  void anotherModelInItsPlaceIsRefused() {
    Path file = saved();
    NetworkFiles.write(TestModels.mlp(6, 36, 24, 4), example.model());
    var other = new Bench();
    keeper(other).open(file, Optional.empty(), new Answering());
    settle(other);
    assertNull(other.workbench.subject().get());
    assertTrue(said(other).contains("another content"), said(other));
    String was = SessionFile.readState(file).model().sha256();
    assertTrue(said(other).contains(was.substring(0, 8)), said(other));
  }

  @Test
  void anotherModelIsAnotherSession() {
    Path file = folder.resolve("one.wbsession");
    keeper.save(file);
    bench.workbench.openModel(example.model(), Optional.empty());
    settle(bench);
    assertNull(keeper.file().get());
    assertEquals("session not saved", keeper.words().get());
  }

  @Test
  void whatIsNotSavedIsKeptAndOfferedUntilItIs() throws IOException {
    bound(0.05);
    later.getLast().run();
    Path kept = kept();
    assertTrue(Files.exists(kept));
    // another process, which ended
    Path left = Files.move(kept, kept.resolveSibling("unsaved-4194305.wbsession"));

    var other = new Bench();
    var next = keeper(other);
    var offered = next.left().get();
    assertNotNull(offered);
    next.resume(offered, new Answering());
    settle(other);
    assertEquals(bench.workbench.history().get(), other.workbench.history().get());
    assertEquals("session not saved", next.words().get());
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(kept), "it is kept until it is saved");
    next.save(folder.resolve("now.wbsession"));
    next.close();
    assertFalse(Files.exists(kept));
  }

  @Test
  void whatIsLeftUnsavedKnowsItsFile() throws IOException {
    Path file = saved();
    bound(0.07);
    keeper.close();
    Files.move(kept(), kept().resolveSibling("unsaved-4194305.wbsession"));
    var other = new Bench();
    var next = keeper(other);
    next.resume(next.left().get(), new Answering());
    settle(other);
    assertEquals(file, next.file().get());
    assertFalse(next.saved().get());
    assertEquals(bench.workbench.runs().all(), other.workbench.runs().all());
  }

  @Test
  void oneThatCannotBeReadIsNotOfferedAndNotLost() throws IOException {
    Path torn = folder.resolve("state").resolve("unsaved-4194305.wbsession");
    Files.createDirectories(torn.getParent());
    Files.write(torn, new byte[100]);
    assertNull(keeper(new Bench()).left().get());
    assertTrue(Files.exists(torn), "a newer version may read it");
  }

  private Path saved() {
    Path file = folder.resolve("one.wbsession");
    keeper.save(file);
    assertTrue(SessionFile.readState(file).runs().size() > 0);
    return file;
  }

  private Path kept() {
    return folder
        .resolve("state")
        .resolve("unsaved-" + ProcessHandle.current().pid() + ".wbsession");
  }

  private void bound(double value) {
    bench.workbench.bounds().set(FC1, value);
    settle(bench);
  }

  private static void settle(Bench bench) {
    for (int i = 0; i < 3; i++) {
      bench.drain();
      bench.rest();
    }
    bench.drain();
  }

  private static String said(Bench bench) {
    var notice = bench.notices.current().get();
    return notice == null ? "" : notice.sentence();
  }

  private SessionKeeper keeper(Bench of) {
    return new SessionKeeper(
        of.workbench,
        of.notices,
        Optional.of(folder.resolve("state")),
        Runnable::run,
        Runnable::run,
        later::add,
        remembered::add);
  }
}
