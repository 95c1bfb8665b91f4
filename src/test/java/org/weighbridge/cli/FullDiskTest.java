package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.file.SmallFiles;

/** Whatever a verb writes: when the disk takes no more in the middle of it, the old file stays. */
class FullDiskTest extends OnTinyExample {
  private static final String OLD = "old";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encode MODEL -o TARGET.wbz --bound 1e-4",
        "decode ENCODED -o TARGET.onnx",
        "prune MODEL -o TARGET.onnx --density 0.5",
        "share MODEL -o TARGET.onnx --bits 2",
        "train --network MODEL --data DATA --epochs 1,0,0 -o TARGET.onnx",
        "train --network MODEL --data DATA --epochs 1,0,0 -o OTHER.onnx --checkpoint TARGET.wbt",
        "assess MODEL --data DATA --no-cache --csv TARGET.csv",
        "optimize MODEL --data DATA --no-cache --max-loss 1 -o TARGET.json",
        "compare MODEL --data DATA --no-cache --coders sz --budget 1 -o TARGET.csv",
        "compare MODEL --data DATA --no-cache --coders sz --budget 1 --figure TARGET.pdf",
      })
  void theOldFileStays(String command) throws IOException {
    Path encoded = tiny.file("encoded.wbz");
    if (Files.notExists(encoded)) {
      type("encode", tiny.model(), "-o", encoded, "--bound", 1e-3).done();
    }
    // once with room: native libraries come out of their jars as files, too
    type(words(command, tiny.file("room"), encoded)).done();
    Path folder = Files.createTempDirectory(tiny.folder(), "full");
    Path target = Path.of(target(command, folder.resolve("target")));
    for (long room : new long[] {0, 60}) {
      Files.writeString(target, OLD);
      Typed typed;
      try (var _ = SmallFiles.limit(room)) {
        typed = type(words(command, folder.resolve("target"), encoded));
      }
      typed.refused(target, "larger than this disk or a limit of the system");
      assertEquals(OLD, Files.readString(target));
      try (var left = Files.list(folder)) {
        assertEquals(List.of(target), left.filter(FullDiskTest::isNoOther).toList());
      }
    }
  }

  private static boolean isNoOther(Path file) {
    return !file.getFileName().toString().startsWith("OTHER");
  }

  private static String target(String command, Path stem) {
    return command.replaceFirst(".*TARGET(\\.\\w+).*", stem.toString().replace("\\", "/") + "$1");
  }

  private Object[] words(String command, Path stem, Path encoded) {
    return List.of(command.split(" ")).stream()
        .map(
            word ->
                word.replace("MODEL", tiny.model().toString())
                    .replace("DATA", tiny.data().toString())
                    .replace("ENCODED", encoded.toString())
                    .replace("OTHER", stem.resolveSibling("OTHER").toString())
                    .replace("TARGET", stem.toString()))
        .toArray();
  }
}
