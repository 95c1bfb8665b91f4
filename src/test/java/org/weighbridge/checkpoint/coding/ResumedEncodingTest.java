package org.weighbridge.checkpoint.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.container.stream.StreamWriter;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.Suspended;
import org.weighbridge.job.TrackedProgress;

/** Encoding that was stopped goes on, and comes to the same bytes. */
class ResumedEncodingTest {
  private static final long SEED = 21;

  @TempDir Path folder;

  private Checkpoint original;
  private CodingPlan plan;
  private Path wbz;
  private byte[] undisturbed;

  @BeforeEach
  void encodeUndisturbed() throws IOException {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    plan = SmallCheckpoint.plan(original, "rel:0.0001");
    wbz = folder.resolve("x.wbz");
    CheckpointEncoder.encode(original, plan, wbz, Progress.none());
    undisturbed = Files.readAllBytes(wbz);
    Files.delete(wbz);
  }

  private EncodedCheckpoint encode(CodingPlan coding) {
    return CheckpointEncoder.encode(original, coding, wbz, Progress.none());
  }

  private void cancelAt(double fraction) {
    var cancel = new CancelToken();
    var progress =
        new TrackedProgress(
            cancel,
            state -> {
              if (state.fraction() >= fraction) {
                cancel.cancel();
              }
            });
    var suspended =
        assertThrows(
            Suspended.class, () -> CheckpointEncoder.encode(original, plan, wbz, progress));
    assertTrue(suspended.getMessage().contains("goes on"), suspended::getMessage);
    assertFalse(Files.exists(wbz));
  }

  @Test
  void goesOnAfterCancelsAtManyPlaces() throws IOException {
    for (int place = 0; place <= 8; place++) {
      cancelAt(place / 8.0);
      cancelAt(Math.min(1, place / 8.0 + 0.2));
      var made = encode(plan);
      assertTrue(place == 0 || made.resumedBytes() > 0, "place " + place);
      assertArrayEquals(undisturbed, Files.readAllBytes(wbz), "place " + place);
      Files.delete(wbz);
    }
  }

  @Test
  void goesOnAfterATornRecord() throws IOException {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 10; round++) {
      cancelAt(0.8);
      try (var part = new RandomAccessFile(StreamWriter.part(wbz).toFile(), "rw")) {
        if (round % 2 == 0) {
          part.setLength(random.nextLong(part.length()));
        } else {
          part.seek(random.nextLong(part.length()));
          part.write(random.nextInt());
        }
      }
      encode(plan);
      assertArrayEquals(undisturbed, Files.readAllBytes(wbz), "round " + round + ", seed " + SEED);
      Files.delete(wbz);
    }
  }

  @Test
  void whatWasWrittenButNotPutInPlaceIsUsed() throws IOException {
    Files.write(StreamWriter.part(wbz), undisturbed);
    var made = encode(plan);
    assertEquals(0, made.codedBytes());
    assertArrayEquals(undisturbed, Files.readAllBytes(wbz));
  }

  @Test
  void anotherPlanBeginsAnew() throws IOException {
    cancelAt(0.5);
    var other = SmallCheckpoint.plan(original, "0.02");
    var made = encode(other);
    assertTrue(made.replaced() && made.resumedBytes() == 0, made::toString);
    byte[] after = Files.readAllBytes(wbz);
    assertFalse(encode(other).replaced());
    assertArrayEquals(after, Files.readAllBytes(wbz));
  }

  @Test
  void aSourceThatChangedIsCodedAgainFromThere() throws IOException {
    for (boolean range : new boolean[] {false, true}) {
      cancelAt(0.9);
      var dense = original.layers().getFirst();
      try (var file = new RandomAccessFile(original.files().getFirst().path().toFile(), "rw")) {
        file.seek(dense.end() - 4);
        file.writeInt(range ? 0x0000_2041 : 0x0000_203e); // 10 is beyond the range, 0.15 within it
      }
      encode(plan);
      byte[] resumed = Files.readAllBytes(wbz);
      Files.delete(wbz);
      encode(plan);
      assertArrayEquals(Files.readAllBytes(wbz), resumed);
      Files.delete(wbz);
    }
  }

  @Test
  void twoDoNotWriteTheSameFile() {
    try (var _ = StreamWriter.open(wbz, plan.in(original), Progress.none())) {
      var fault = assertThrows(Fault.class, () -> encode(plan));
      assertTrue(fault.sentence().contains("is being written already"), fault::sentence);
    }
    encode(plan);
  }
}
