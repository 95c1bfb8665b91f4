package org.weighbridge.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Mask;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * Takes a state out of bytes that may be damaged: no length is believed before there are as many
 * bytes.
 */
@SuppressWarnings("EnumOrdinal") // the stages' order is part of the format
final class StateReader {
  private static final int LOSS_BYTES = 16;

  private final ByteBuffer in;

  /** The bytes hold no state. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
      super(what);
    }

    Damaged(Throwable cause) {
      super(cause);
    }
  }

  StateReader(ByteBuffer in) {
    this.in = in;
  }

  TrainingState read() throws Damaged {
    var state =
        new TrainingState(
            plan(), text(), natural(), stage(), natural(), natural(), loss(), updates(), arrays(),
            moments(), masks(), best(), epochs());
    if (in.hasRemaining()) {
      throw new Damaged("bytes behind the end");
    }
    return state;
  }

  private TrainingPlan plan() throws Damaged {
    try {
      return PlanJson.parse(text());
    } catch (Fault e) {
      throw new Damaged(e);
    }
  }

  private List<float[][]> moments() throws Damaged {
    var moments = new ArrayList<float[][]>();
    for (int left = count(Integer.BYTES); left > 0; left--) {
      moments.add(arrays());
    }
    return moments;
  }

  private Map<LayerId, Mask> masks() throws Damaged {
    var masks = new HashMap<LayerId, Mask>();
    for (int left = count(3 * Integer.BYTES); left > 0; left--) {
      masks.put(new LayerId(text()), mask());
    }
    return masks;
  }

  private Mask mask() throws Damaged {
    int rows = natural();
    int columns = natural();
    long size = (long) rows * columns;
    long words = (size + 63) >>> 6;
    require(size <= Integer.MAX_VALUE && words * Long.BYTES <= in.remaining(), "mask");
    long[] bits = new long[(int) words];
    in.asLongBuffer().get(bits);
    in.position(in.position() + bits.length * Long.BYTES);
    boolean beyond = (size & 63) != 0 && bits[bits.length - 1] >>> size != 0;
    require(!beyond, "mask");
    return new Mask(rows, columns, bits);
  }

  private Map<Stage, Best> best() throws Damaged {
    var best = new EnumMap<Stage, Best>(Stage.class);
    for (int left = count(1 + 2 * Integer.BYTES + LOSS_BYTES); left > 0; left--) {
      best.put(stage(), new Best(natural(), loss(), arrays()));
    }
    return best;
  }

  private List<Epoch> epochs() throws Damaged {
    var epochs = new ArrayList<Epoch>();
    for (int left = count(1 + 2 * Integer.BYTES + 2 * LOSS_BYTES + 24); left > 0; left--) {
      epochs.add(
          new Epoch(stage(), natural(), loss(), loss(), densities(), real(), real(), real()));
    }
    return epochs;
  }

  private Map<LayerId, Double> densities() throws Damaged {
    var densities = new LinkedHashMap<LayerId, Double>();
    for (int left = count(Integer.BYTES + Double.BYTES); left > 0; left--) {
      densities.put(new LayerId(text()), real());
    }
    return densities;
  }

  private BatchLoss loss() throws Damaged {
    return new BatchLoss(natural(), real(), natural());
  }

  private Stage stage() throws Damaged {
    require(in.hasRemaining(), "stage");
    int ordinal = in.get();
    require(ordinal >= 0 && ordinal < Stage.values().length, "stage");
    return Stage.values()[ordinal];
  }

  private float[][] arrays() throws Damaged {
    float[][] arrays = new float[count(Integer.BYTES)][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = new float[count(Float.BYTES)];
      in.asFloatBuffer().get(arrays[i]);
      in.position(in.position() + arrays[i].length * Float.BYTES);
    }
    return arrays;
  }

  private String text() throws Damaged {
    byte[] bytes = new byte[count(1)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many things follow that take at least so many bytes each. */
  private int count(int bytes) throws Damaged {
    int count = natural();
    require((long) count * bytes <= in.remaining(), "length");
    return count;
  }

  private int natural() throws Damaged {
    require(in.remaining() >= Integer.BYTES, "number");
    int value = in.getInt();
    require(value >= 0, "number");
    return value;
  }

  private long updates() throws Damaged {
    require(in.remaining() >= Long.BYTES, "number");
    long value = in.getLong();
    require(value >= 0, "number");
    return value;
  }

  private double real() throws Damaged {
    require(in.remaining() >= Double.BYTES, "number");
    return in.getDouble();
  }

  private static void require(boolean whole, String what) throws Damaged {
    if (!whole) {
      throw new Damaged(what);
    }
  }
}
