package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.weighbridge.fuzz.Behind;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;

/** Damaged data files are refused by a sentence or read as something else. */
class FuzzTest {
  /** A data set that is one file. */
  abstract static class Data extends ReaderContract {
    private final String name;

    Data(String name) {
      this.name = name;
    }

    @Override
    protected void read(byte[] content) {
      var file = file(name, content);
      DataSets.open(file.toString(), Split.TEST, OptionalInt.empty()).hash();
    }

    /** Deflate packs 1,032 bytes into one, and 8-byte elements are held beside their floats. */
    @Override
    protected long budget(long size) {
      return (32L << 20) + 2 * DataFile.MAX_DEFLATE_RATIO * size;
    }
  }

  private static List<byte[]> idxFiles() {
    return List.of(DataFiles.idx(DataFiles.random(1, 60), 3, 4, 5), DataFiles.idx(new byte[7], 7));
  }

  private static List<byte[]> packed(List<byte[]> files) {
    return files.stream().map(DataFiles::gzip).toList();
  }

  @Nested
  class Idx extends Data {
    Idx() {
      super("t10k-images-idx3-ubyte");
    }

    @Override
    protected List<byte[]> good() {
      return idxFiles().subList(0, 1);
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Damage.head(16));
    }
  }

  @Nested
  class PackedIdx extends Data {
    PackedIdx() {
      super("t10k-images-idx3-ubyte.gz");
    }

    @Override
    protected List<byte[]> good() {
      return packed(idxFiles().subList(0, 1));
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Behind.gzip(Damage.any(Damage.bytes(), Damage.head(16))));
    }
  }

  @Nested
  class Cifar extends Data {
    Cifar() {
      super("test_batch.bin");
    }

    @Override
    protected List<byte[]> good() {
      return List.of(new byte[2 * 3073], new byte[3073]);
    }

    @Override
    protected Damage damage() {
      return Damage.bytes();
    }
  }

  @Nested
  class PackedCifar extends Data {
    PackedCifar() {
      super("test_batch.bin.gz");
    }

    @Override
    protected List<byte[]> good() {
      return packed(List.of(new byte[2 * 3073], new byte[3073]));
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Behind.gzip(Damage.bytes()));
    }
  }

  @Nested
  class Npz extends Data {
    Npz() {
      super("data.npz");
    }

    @Override
    protected List<byte[]> good() {
      return List.of(
          DataFiles.npz(
              Map.of(
                  "x", DataFiles.npy("<f4", "3, 2, 2", new byte[48]),
                  "y", DataFiles.npy("<i4", "3,", new byte[12]))),
          DataFiles.npz(
              Map.of(
                  "images", DataFiles.npy("|u1", "2, 4, 5, 3", new byte[120]),
                  "labels", DataFiles.npy(">u8", "2,", new byte[16]))),
          DataFiles.npz(Map.of("x", DataFiles.npy(">f8", "4, 3", new byte[96]))));
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Behind.zip(Damage.bytes()), Behind.zip(Damage.head(128)));
    }
  }

  @Nested
  class Sidecar extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      return List.of(
          """
          {"input": {"layout": "NCHW", "scale": 0.5, "mean": [0.1307], "std": [0.3081, 1],
           "channels": "GRAY"}, "dataset": "mnist", "top1": 0.98, "samples": 10000}
          """
              .getBytes(StandardCharsets.US_ASCII),
          """
          {"input": {"mean": 0.1}, "seed": -7, "sha256": "ab", "source": "x", "licence": "y",
           "params": 266610}
          """
              .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected Damage damage() {
      return Damage.text();
    }

    @Override
    protected void read(byte[] content) {
      var file = file("m.json", content);
      assertNotNull(ModelSidecar.besideModel(file.resolveSibling("m.onnx")));
    }
  }
}
