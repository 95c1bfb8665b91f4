package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.assessment.Assessment;

/** Sessions as each version of the format was written, by the program of its time. */
class GoldenSessionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVersionIsRead(int version) throws IOException {
    var example = ExampleSession.make().state();
    var read = SessionFile.read(file(version)).state();
    assertEquals("/models/lenet.onnx", read.model().path());
    assertEquals("ab12", read.model().sha256());
    assertEquals("digits", read.data().orElseThrow().where());
    assertEquals(example.runs(), read.runs());
    assertEquals(example.choices(), read.choices());
    assertEquals(example.retrained(), read.retrained());
    assertEquals(example.view().selected(), read.view().selected());
    assertTrue(example.sameWork(read));
    if (version == 3) {
      assertEquals(example.curves(), read.curves());
      assertEquals(example.view(), read.view());
      assertEquals(example.data(), read.data());
    } else {
      assertEquals(List.<Assessment>of(), read.curves());
      assertEquals(Map.of(), read.data().orElseThrow().sha256());
      assertEquals(Optional.empty(), read.model().relative());
    }
  }

  private Path file(int version) throws IOException {
    Path file = folder.resolve("golden.wbsession");
    String name = "/golden/session/version-" + version + SessionFile.ENDING;
    try (var in = GoldenSessionTest.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      Files.copy(in, file);
    }
    return file;
  }
}
