package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;

class FileKindTest {
  @TempDir Path folder;

  @Test
  void contentDecidesNotTheName() throws IOException {
    var example = TinyExample.in(folder);
    assertEquals(FileKind.MODEL, FileKind.of(example.model()));
    assertEquals(FileKind.DATA, FileKind.of(example.data()));
    Path images = example.data().resolve("t10k-images-idx3-ubyte");
    Path disguised = Files.copy(images, folder.resolve("images.onnx"));
    assertEquals(FileKind.DATA, FileKind.of(disguised));
    Path zip = Files.write(folder.resolve("a"), new byte[] {'P', 'K', 3, 4});
    assertEquals(FileKind.DATA, FileKind.of(zip));
    Path cifar = Files.write(folder.resolve("b"), new byte[2 * 3073]);
    assertEquals(FileKind.DATA, FileKind.of(cifar));
    assertEquals(FileKind.MODEL, FileKind.of(folder.resolve("missing")));
  }
}
