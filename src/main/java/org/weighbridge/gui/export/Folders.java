package org.weighbridge.gui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The user's folders.
 *
 * @param choose asks for one, under a title; empty when the user wants none
 * @param show opens a folder or a page in the desktop's own program
 */
public record Folders(Function<String, Optional<Path>> choose, Consumer<Path> show) {}
