package org.weighbridge.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.fault.Fault;

/**
 * Hands damaged files to a reader, in a thread of its own that can be seen to hang. Memory is what
 * all threads of the process allocated meanwhile; mapped files and native memory are not in it.
 */
final class Trial {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Path KEPT = Path.of("target", "fuzz");

  /** Machines that build are busy. */
  private static final long MOST_NANOS = 10_000_000_000L;

  private static final int LONGEST_LINE = 2_000;
  private static final int SHOWN = 256;

  /** Reads a file. */
  interface Reading {
    void read(byte[] content) throws IOException;
  }

  /** One file that is read now, and since when. */
  @SuppressWarnings("ArrayRecordComponent") // passed on within the class
  private record Case(byte[] content, String name, long since) {}

  private final String reader;
  private final Reading reading;
  private final LongUnaryOperator budget;
  private volatile @Nullable Case now;
  private int read;
  private int refused;

  /**
   * A trial of one reader.
   *
   * @param budget bytes that may be allocated for a file of a size
   */
  Trial(String reader, Reading reading, LongUnaryOperator budget) {
    this.reader = reader;
    this.reading = reading;
    this.budget = budget;
  }

  /** Reads a number of files, named by a seed and the number of the case. */
  void run(long seed, int cases, IntFunction<byte[]> files) {
    var work =
        new FutureTask<>(
            () -> {
              for (int i = 0; i < cases; i++) {
                one(files.apply(i), "seed %d, case %d".formatted(seed, i));
              }
              return null;
            });
    var worker = Thread.ofPlatform().daemon().name("fuzz " + reader).start(work);
    while (!work.isDone()) {
      try {
        work.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        watch(worker);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof AssertionError failed ? failed : new AssertionError(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void watch(Thread worker) {
    Case hanging = now;
    if (hanging != null && System.nanoTime() - hanging.since > MOST_NANOS) {
      var here = new Throwable("it is here");
      here.setStackTrace(worker.getStackTrace());
      throw failed("does not end within 10 s", hanging, here);
    }
  }

  private void one(byte[] content, String name) {
    var one = new Case(content, name, System.nanoTime());
    now = one;
    Throwable thrown = null;
    long before = THREADS.getTotalThreadAllocatedBytes();
    try {
      reading.read(content);
    } catch (Throwable e) {
      thrown = e;
    }
    long allocated = THREADS.getTotalThreadAllocatedBytes() - before;
    now = null;
    long most = budget.applyAsLong(content.length);
    if (allocated > most) {
      throw failed("allocates %d bytes, not %d".formatted(allocated, most), one, thrown);
    }
    switch (thrown) {
      case null -> read++;
      case MalformedStreamException _ -> refused++;
      case Fault fault when readable(fault.sentence()) -> refused++;
      case Fault fault -> throw failed("says what nobody can read", one, fault);
      default -> throw failed("fails", one, thrown);
    }
  }

  /** One sentence or several lines of them, without what a terminal would obey. */
  private static boolean readable(String sentence) {
    return !sentence.isBlank()
        && sentence.lines().allMatch(line -> line.length() < LONGEST_LINE)
        && (sentence.endsWith(".") || sentence.endsWith("?"))
        && sentence.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  /** Keeps the case and tells of it. */
  private AssertionError failed(String how, Case one, @Nullable Throwable cause) {
    byte[] content = one.content;
    Path file = KEPT.resolve((reader + " " + one.name).replaceAll("\\W+", "-"));
    try {
      Files.createDirectories(KEPT);
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String start =
        HexFormat.of().formatHex(Arrays.copyOf(content, Math.min(SHOWN, content.length)));
    return new AssertionError(
        "%s %s: %s, kept in %s, %d bytes: %s"
            .formatted(reader, how, one.name, file, content.length, start),
        cause);
  }

  int read() {
    return read;
  }

  int refused() {
    return refused;
  }

  @Override
  public String toString() {
    return "%s: %d read, %d refused".formatted(reader, read, refused);
  }
}
