package org.weighbridge.container.stream;

/**
 * A file that will be there again after decoding.
 *
 * @param name its path below the checkpoint's folder, with {@code /}; see {@link FileNames}
 * @param size in bytes
 */
public record PlannedFile(String name, long size) {}
