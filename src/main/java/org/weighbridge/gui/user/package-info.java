/**
 * What belongs to the user and to no session: settings, recent files, and where they are kept.
 * Without controls.
 */
@NullMarked
package org.weighbridge.gui.user;

import org.jspecify.annotations.NullMarked;
