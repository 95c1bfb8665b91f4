/** Loads a view's FXML. May use javafx.fxml. */
@NullMarked
package org.weighbridge.gui.fxml;

import org.jspecify.annotations.NullMarked;
