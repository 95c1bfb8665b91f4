package org.weighbridge.experiment.session;

import static org.weighbridge.experiment.session.RunLogTest.logged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.weighbridge.fuzz.Behind;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;

/** Damaged sessions and logs of runs. */
class SessionFuzzTest {
  @Nested
  class SessionFiles extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      var file = folder.resolve("good" + SessionFile.ENDING);
      SessionFile.write(ExampleSession.make(), file);
      return List.of(bytes(file));
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Behind.zip(Damage.text()), Behind.zip(Damage.bytes()));
    }

    @Override
    protected void read(byte[] content) {
      SessionFile.read(file("damaged" + SessionFile.ENDING, content));
    }
  }

  @Nested
  class RunLogs extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      var file = folder.resolve("good" + RunLog.ENDING);
      if (!Files.exists(file)) {
        List.of("", "a note", "\u03b5 \"quoted\"").forEach(n -> RunLog.append(file, logged(n)));
      }
      return List.of(bytes(file));
    }

    @Override
    protected Damage damage() {
      return Damage.text();
    }

    @Override
    protected void read(byte[] content) {
      RunLog.read(file("damaged" + RunLog.ENDING, content));
    }
  }

  private static byte[] bytes(java.nio.file.Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
