package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.figure.picture.PictureChoice;

/**
 * A report as it is wanted.
 *
 * @param pictures in which files its figures are wanted beside the page
 * @param command what repeats the current configuration on a terminal; empty when nothing does
 * @param recipe the same as a recipe
 */
public record ReportWish(
    Path folder, PictureChoice pictures, Optional<String> command, Optional<String> recipe) {}
