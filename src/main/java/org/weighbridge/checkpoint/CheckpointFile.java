package org.weighbridge.checkpoint;

import java.nio.file.Path;

/**
 * One file of a checkpoint.
 *
 * @param name its path within the checkpoint's folder, with {@code /} on every system
 * @param path where it is
 * @param size in bytes
 */
public record CheckpointFile(String name, Path path, long size) {}
