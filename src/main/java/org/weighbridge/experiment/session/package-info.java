/**
 * Sessions as files: a model, what was tried with it and what is chosen now. May use what the room
 * around it uses; no toolkit.
 */
@NullMarked
package org.weighbridge.experiment.session;

import org.jspecify.annotations.NullMarked;
