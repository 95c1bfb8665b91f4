package org.weighbridge.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.weighbridge.tensor.Mask;
import org.weighbridge.training.gradient.BatchLoss;

/** Puts a state into bytes, in the order in which {@link StateReader} takes it out. */
@SuppressWarnings("EnumOrdinal") // the stages' order is part of the format
final class StateWriter {
  private static final int FLOATS_AT_ONCE = 1 << 14;

  private final DataOutputStream out;

  StateWriter(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  void write(TrainingState state) throws IOException {
    text(PlanJson.of(state.plan()).toString());
    text(state.network());
    out.writeInt(state.samples());
    out.writeByte(state.stage().ordinal());
    out.writeInt(state.epoch());
    out.writeInt(state.step());
    loss(state.soFar());
    out.writeLong(state.updates());
    arrays(state.values());
    out.writeInt(state.moments().size());
    for (float[][] moment : state.moments()) {
      arrays(moment);
    }
    var masks = new TreeMap<>(state.masks());
    out.writeInt(masks.size());
    for (var entry : masks.entrySet()) {
      text(entry.getKey().name());
      mask(entry.getValue());
    }
    var best = new TreeMap<>(state.best());
    out.writeInt(best.size());
    for (Map.Entry<Stage, Best> entry : best.entrySet()) {
      out.writeByte(entry.getKey().ordinal());
      out.writeInt(entry.getValue().epoch());
      loss(entry.getValue().validation());
      arrays(entry.getValue().values());
    }
    out.writeInt(state.epochs().size());
    for (Epoch epoch : state.epochs()) {
      epoch(epoch);
    }
    out.flush();
  }

  private void epoch(Epoch epoch) throws IOException {
    out.writeByte(epoch.stage().ordinal());
    out.writeInt(epoch.number());
    loss(epoch.training());
    loss(epoch.validation());
    out.writeInt(epoch.densities().size());
    for (var entry : epoch.densities().entrySet()) {
      text(entry.getKey().name());
      out.writeDouble(entry.getValue());
    }
    out.writeDouble(epoch.density());
    out.writeDouble(epoch.rate());
    out.writeDouble(epoch.seconds());
  }

  private void loss(BatchLoss loss) throws IOException {
    out.writeInt(loss.samples());
    out.writeDouble(loss.loss());
    out.writeInt(loss.correct());
  }

  private void mask(Mask mask) throws IOException {
    out.writeInt(mask.rows());
    out.writeInt(mask.columns());
    for (long word : mask.words()) {
      out.writeLong(word);
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void arrays(float[][] arrays) throws IOException {
    out.writeInt(arrays.length);
    for (float[] array : arrays) {
      floats(array);
    }
  }

  private void floats(float[] values) throws IOException {
    out.writeInt(values.length);
    var bytes = ByteBuffer.allocate(Float.BYTES * Math.min(FLOATS_AT_ONCE, values.length));
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, values.length - from);
      bytes.asFloatBuffer().put(values, from, count);
      out.write(bytes.array(), 0, Float.BYTES * count);
    }
  }
}
