package org.weighbridge.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32C;
import org.weighbridge.fuzz.Behind;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;

/** Damaged states of trainings, most with a checksum that is right. */
class CheckpointFuzzTest extends ReaderContract {
  private static final int MAGIC_BYTES = 8;
  private static final byte[] GOOD = bytes();

  private static byte[] bytes() {
    var out = new ByteArrayOutputStream();
    var trained =
        TinyTraining.train(TinyTraining.plan(), TinyTraining.keeping(0.1), TrainingListener.none());
    try {
      Checkpoint.write(trained.state(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  protected List<byte[]> good() {
    return List.of(GOOD);
  }

  @Override
  protected Damage damage() {
    return Damage.any(
        Damage.bytes(),
        Behind.sum(MAGIC_BYTES, CRC32C::new, Damage.bytes()),
        Behind.sum(MAGIC_BYTES, CRC32C::new, Damage.head(600)));
  }

  @Override
  protected void read(byte[] content) {
    Checkpoint.read(file("damaged.wbtrain", content));
  }
}
