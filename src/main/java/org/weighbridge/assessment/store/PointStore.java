package org.weighbridge.assessment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.UserFolder;
import org.weighbridge.job.Progress;

/**
 * Remembers assessed points from one run of the program to the next. Losses and sizes are in files
 * of their own, named by the hash of all that they depend on: a size does not depend on samples,
 * nor a loss on the effort.
 *
 * <p>A store that cannot be read or written is no failure: points are measured again.
 */
public final class PointStore {
  /** Files that were not used for longest go when all together are larger than this. */
  private static final long LIMIT = 100 << 20;

  private final @Nullable Path folder;
  private final Consumer<String> notice;
  private final long limit;
  private final AtomicBoolean trimmed = new AtomicBoolean();
  private final AtomicBoolean said = new AtomicBoolean();

  /**
   * A store in a folder, which is made when there is something to keep.
   *
   * @param notice told once, in a sentence, that points cannot be kept
   */
  public PointStore(Path folder, Consumer<String> notice) {
    this(folder, notice, LIMIT);
  }

  PointStore(@Nullable Path folder, Consumer<String> notice, long limit) {
    this.folder = folder;
    this.notice = notice;
    this.limit = limit;
  }

  /**
   * The store of the user: in the system property {@code weighbridge.cache}, the environment
   * variable {@code WEIGHBRIDGE_CACHE}, or where caches are on this system.
   *
   * @param notice told once, in a sentence, that points cannot be kept
   */
  public static PointStore ofUser(Consumer<String> notice) {
    return UserFolder.CACHE
        .find()
        .map(folder -> new PointStore(folder.resolve("points"), notice))
        .orElseGet(PointStore::off);
  }

  /** Remembers nothing. */
  public static PointStore off() {
    return new PointStore(null, sentence -> {}, 0);
  }

  /** What is known of a network under some circumstances in some coding. */
  public KnownPoints open(
      Circumstances circumstances,
      LayerCodec codec,
      Effort effort,
      BelowBound belowBound,
      Progress progress) {
    Optional<String> program = folder == null ? Optional.empty() : Program.HASH;
    if (folder == null || program.isEmpty()) {
      return KnownPoints.none();
    }
    String values =
        new ContentHash()
            .add(program.get())
            .add(circumstances.network(progress))
            .add(codec.id())
            .add(codec.version())
            .add(belowBound.name())
            .hex();
    String losses = new ContentHash().add(values).add(circumstances.samples()).hex();
    String sizes = new ContentHash().add(values).add(effort.name()).hex();
    if (trimmed.compareAndSet(false, true)) {
      LeastRecentlyUsed.trim(folder, limit);
    }
    return new StoredPoints(codec.id(), file(losses, "loss"), file(sizes, "size"), this::failed);
  }

  private LineFile file(String hash, String kind) {
    var path = Objects.requireNonNull(folder).resolve(hash + "." + kind);
    LeastRecentlyUsed.touch(path);
    return new LineFile(path);
  }

  private void failed(IOException reason) {
    if (said.compareAndSet(false, true)) {
      notice.accept(
          "Measured points cannot be kept in %s: %s.".formatted(folder, AtomicFile.reason(reason)));
    }
  }
}
