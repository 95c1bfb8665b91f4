package org.weighbridge.gui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.network.io.Safetensors;

/** What a dropped file is, by its first bytes and not by its name. */
enum FileKind {
  MODEL("model"),
  DATA("data set"),
  SESSION("session"),
  RUN_LOG("log of runs");

  private static final int CIFAR_RECORD = 3073;

  private final String word;

  FileKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Never fails: what cannot be read counts as a model, whose reader then says what is wrong. */
  static FileKind of(Path file) {
    if (Files.isDirectory(file)) {
      return Safetensors.is(file) ? MODEL : DATA;
    }
    if (!Files.isRegularFile(file)) {
      return MODEL;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(64);
      if (SessionFile.begins(start)) {
        return SESSION;
      }
      if (RunLog.begins(start)) {
        return RUN_LOG;
      }
      return start.length >= 4 && (packed(start) || idx(start) || cifar(file)) ? DATA : MODEL;
    } catch (IOException e) {
      return MODEL;
    }
  }

  /** gzip, as data sets are published, or zip, as NPZ is. */
  private static boolean packed(byte[] start) {
    return ((start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b)
        || (start[0] == 'P' && start[1] == 'K');
  }

  /** Unsigned bytes in one to four dimensions. */
  private static boolean idx(byte[] start) {
    return start[0] == 0 && start[1] == 0 && start[2] == 8 && start[3] >= 1 && start[3] <= 4;
  }

  private static boolean cifar(Path file) throws IOException {
    long size = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      int label = in.read();
      return size % CIFAR_RECORD == 0 && label >= 0 && label < 10;
    }
  }
}
