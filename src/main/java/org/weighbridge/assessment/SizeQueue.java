package org.weighbridge.assessment;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;

/**
 * Encodes layers at the effort of the file while accuracy is measured on other threads: this takes
 * longest, and no decision of an assessment waits for it.
 */
final class SizeQueue implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 50;

  private final LayerCodec codec;
  private final KnownPoints known;
  private final CancelToken over = new CancelToken();
  private final Progress inside = new TrackedProgress(over, state -> {});

  /** One thread is left to whoever goes on meanwhile; what is ahead is bounded. */
  private final Semaphore free = new Semaphore(Math.max(1, WorkPool.threads() - 1));

  SizeQueue(LayerCodec codec, KnownPoints known) {
    this.codec = codec;
    this.known = known;
  }

  /** The size of a layer; waits for its turn to begin, not for the end. */
  Future<Long> of(Layer layer, double place, CodecSettings settings, Progress progress) {
    var bytes = known.bytes(layer.id(), place);
    if (bytes.isPresent()) {
      return CompletableFuture.completedFuture(bytes.getAsLong());
    }
    acquire(progress);
    return WorkPool.begin(
        () -> {
          try {
            long size = codec.encode(layer.weights(), settings, inside).bytes().length;
            known.learn(layer.id(), place, size);
            return size;
          } finally {
            free.release();
          }
        });
  }

  private void acquire(Progress progress) {
    try {
      do {
        progress.check();
      } while (!free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits for a size. */
  static long await(Future<Long> size, Progress progress) {
    while (true) {
      progress.check();
      try {
        return size.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // goes on
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static CancellationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return (CancellationException) new CancellationException("interrupted").initCause(e);
  }

  /** Stops what is not done. */
  @Override
  public void close() {
    over.cancel();
  }
}
