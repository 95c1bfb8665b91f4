package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.ConfigurationFile;

/** A coder for every layer: chosen by hand, and by a search. */
class MixTest {
  @TempDir private Path folder;
  private TinyExample tiny;

  @BeforeEach
  void makeExample() {
    tiny = TinyExample.in(folder);
  }

  @Test
  void layersMayHaveCodersOfTheirOwn() {
    Path wbz = folder.resolve("mixed.wbz");
    var typed =
        type("encode", tiny.model(), "-o", wbz, "--bounds", "0.01,fc1.weight=linear+channel/bits:6")
            .done();
    assertTrue(typed.out().contains("linear+channel"), typed.out());
    assertTrue(typed.out().contains("bits:6"), typed.out());
    type("verify", wbz, tiny.model()).done();
    type("encode", tiny.model(), "-o", wbz, "--bounds", "0.01,fc1.weight=zip/bits:6")
        .refused("zip");
    type("encode", tiny.model(), "-o", wbz, "--bounds", "0.01,fc1.weight=linear/bits:1")
        .refused("fc1.weight", "from 2 to 8", "bits:5");
  }

  @Test
  void aSearchMixesNoWorseThanItsBestCoder() {
    long sz = bytes("--codec", "sz");
    long linear = bytes("--codec", "linear");
    long mixed = bytes("--mix", "linear,sz");
    assertTrue(mixed <= Math.min(sz, linear), mixed + " against " + sz + " and " + linear);
  }

  @Test
  void mixesWhereASearchIsOnly() {
    Path wbz = folder.resolve("unsearched.wbz");
    type("encode", tiny.model(), "-o", wbz, "--mix", "sz,linear").wrongUsage("--max-loss");
    type("encode", tiny.model(), "-o", wbz, "--bound", 0.01, "--mix", "sz,linear")
        .wrongUsage("--max-loss");
    assertFalse(Files.exists(wbz));
  }

  private long bytes(String option, String value) {
    Path wbz = folder.resolve("searched.wbz");
    return type(
            "encode",
            tiny.model(),
            "-o",
            wbz,
            "--data",
            tiny.data(),
            "--max-loss",
            3,
            "--effort",
            "fast",
            option,
            value,
            "--json")
        .json()
        .get("fileBytes")
        .getAsLong();
  }

  @Test
  void whatASearchMixedIsEncodedAgain() {
    Path chosen = folder.resolve("chosen.json");
    type(
            "optimize",
            tiny.model(),
            "--data",
            tiny.data(),
            "--max-loss",
            3,
            "--mix",
            "linear,codebook",
            "-o",
            chosen)
        .done();
    var configuration = ConfigurationFile.read(chosen);
    assertEquals(2, configuration.settings().size());
    type("encode", tiny.model(), "-o", folder.resolve("again.wbz"), "--config", chosen).done();
  }

  @Test
  void mixesForALossOnly() {
    type("optimize", tiny.model(), "--data", tiny.data(), "--max-bytes", 900, "--mix", "sz,linear")
        .wrongUsage("--mix chooses for a loss; give --max-loss");
  }
}
