package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTest {
  @TempDir Path folder;

  @Test
  void saysWhatItWillDo() throws IOException {
    Path model = Files.writeString(folder.resolve("m.onnx"), "x");
    Path data = Files.createDirectory(folder.resolve("digits"));
    assertEquals("Open model m.onnx", words(List.of(model), false));
    assertEquals("Open data set digits", words(List.of(data), true));
    assertEquals("Open model m.onnx with data set digits", words(List.of(data, model), false));
  }

  @Test
  void saysWhyItWillDoNothing() throws IOException {
    Path model = Files.writeString(folder.resolve("m.onnx"), "x");
    Path data = Files.createDirectory(folder.resolve("digits"));
    assertEquals("This is a data set: open a model for it first.", words(List.of(data), false));
    assertEquals(
        "Drop one model, one data set, or one of each.", words(List.of(model, model), true));
    assertEquals("There is no file in what is dragged.", words(List.of(), true));
    byte[] session = new byte[64];
    session[0] = 'P';
    session[1] = 'K';
    System.arraycopy(
        "session.json".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, session, 30, 12);
    Path saved = Files.write(folder.resolve("s.wbsession"), session);
    assertEquals("Open session s.wbsession", words(List.of(saved), false));
    assertEquals("Drop the session alone: it names its data.", words(List.of(saved, data), true));
  }

  private static String words(List<Path> files, boolean modelAtHand) {
    return Drop.of(files, modelAtHand).words();
  }
}
