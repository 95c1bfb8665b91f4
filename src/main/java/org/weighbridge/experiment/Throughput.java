package org.weighbridge.experiment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.container.WbzFile;
import org.weighbridge.container.WbzLayer;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * How fast the layers of a file are encoded from memory, and decoded from its streams.
 *
 * <p>The layers go one after the other, each with as many threads as its codec takes. All was done
 * once before; the best of all runs counts.
 *
 * @param denseBytes 4 × the weights that are coded
 * @param encodeNanos of all layers, the fastest run
 * @param decodeNanos of all layers, the fastest run
 * @param runs how many of each were timed
 */
public record Throughput(long denseBytes, long encodeNanos, long decodeNanos, int runs) {
  private static final int RUNS = 3;

  /** Short work is timed for this long, because the best of few short runs is chance. */
  private static final double LEAST_SECONDS = 0.3;

  /** What took longer than this says enough. */
  private static final double MOST_SECONDS = 10;

  /** A layer with what encodes it and what it became. */
  private record Coded(LayerId layer, LayerCodec codec, Tensor weights, WbzLayer stream) {}

  /** Times a network's layers as they were encoded into a file. */
  static Throughput measure(
      Network network, Configuration configuration, WbzFile file, Progress progress) {
    var streams = file.layers().stream().collect(Collectors.toMap(WbzLayer::name, layer -> layer));
    var layers =
        configuration.settings().keySet().stream()
            .map(
                id ->
                    new Coded(
                        id,
                        Codecs.byId(configuration.coder(id)),
                        network.layer(id).orElseThrow().weights(),
                        Objects.requireNonNull(streams.get(id.name()))))
            .toList();
    var best = once(layers, configuration, progress);
    double spent = best.seconds();
    while (best.runs < RUNS ? spent < MOST_SECONDS : spent < LEAST_SECONDS) {
      var next = once(layers, configuration, progress);
      spent += next.seconds();
      best =
          new Throughput(
              best.denseBytes,
              Math.min(best.encodeNanos, next.encodeNanos),
              Math.min(best.decodeNanos, next.decodeNanos),
              best.runs + 1);
      if (layers.isEmpty()) {
        break;
      }
    }
    return best;
  }

  private static Throughput once(
      List<Coded> layers, Configuration configuration, Progress progress) {
    long bytes = 0;
    long encode = 0;
    long decode = 0;
    for (Coded layer : layers) {
      progress.check();
      var settings =
          configuration.codecSettings(configuration.setting(layer.layer()).orElseThrow());
      long start = System.nanoTime();
      layer.codec().encode(layer.weights(), settings, progress.part(0));
      long between = System.nanoTime();
      layer.stream().decode(progress.part(0));
      decode += System.nanoTime() - between;
      encode += between - start;
      bytes += 4L * layer.weights().size();
    }
    return new Throughput(bytes, encode, decode, 1);
  }

  private double seconds() {
    return (encodeNanos + decodeNanos) / 1e9;
  }

  /** MB (10^6 bytes) of dense float32 per second; NaN when no layer is coded. */
  public double encodeMBps() {
    return denseBytes == 0 ? Double.NaN : 1e3 * denseBytes / encodeNanos;
  }

  /** MB (10^6 bytes) of dense float32 per second; NaN when no layer is coded. */
  public double decodeMBps() {
    return denseBytes == 0 ? Double.NaN : 1e3 * denseBytes / decodeNanos;
  }
}
