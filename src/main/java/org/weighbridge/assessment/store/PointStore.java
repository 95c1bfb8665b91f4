package org.weighbridge.assessment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AlsoKnownPoints;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.assessment.PointKey;
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
  private final Map<PointKey, List<LayerCurve>> elsewhere = new ConcurrentHashMap<>();
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

  /**
   * Takes points that were learnt elsewhere, such as those of a session: they are known until the
   * program ends, but not kept with its own.
   *
   * @param key what they were learnt with; they are known under no other
   */
  public void know(PointKey key, List<LayerCurve> curves) {
    elsewhere.put(key, List.copyOf(curves));
  }

  /** What is known of a network under some circumstances in some coding. */
  public KnownPoints open(
      Circumstances circumstances,
      LayerCodec codec,
      Effort effort,
      BelowBound belowBound,
      Progress progress) {
    if (folder == null && elsewhere.isEmpty()) {
      return KnownPoints.none();
    }
    return key(circumstances, codec, effort, belowBound, progress)
        .map(key -> open(key, codec))
        .orElseGet(KnownPoints::none);
  }

  private KnownPoints open(PointKey key, LayerCodec codec) {
    var kept = folder == null ? KnownPoints.none() : kept(key, codec);
    var also = elsewhere.get(key);
    return also == null ? kept : new AlsoKnownPoints(kept, also);
  }

  private KnownPoints kept(PointKey key, LayerCodec codec) {
    if (trimmed.compareAndSet(false, true)) {
      LeastRecentlyUsed.trim(Objects.requireNonNull(folder), limit);
    }
    return new StoredPoints(
        codec.id(), file(key.losses(), "loss"), file(key.sizes(), "size"), this::failed);
  }

  /** What points are learnt with; empty when the program itself cannot be read. */
  public static Optional<PointKey> key(
      Circumstances circumstances,
      LayerCodec codec,
      Effort effort,
      BelowBound belowBound,
      Progress progress) {
    return Program.HASH.map(
        program -> {
          String values =
              new ContentHash()
                  .add(program)
                  .add(circumstances.network(progress))
                  .add(codec.id())
                  .add(codec.version())
                  .add(belowBound.name())
                  .hex();
          return new PointKey(
              new ContentHash().add(values).add(circumstances.samples()).hex(),
              new ContentHash().add(values).add(effort.name()).hex());
        });
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
