/**
 * The list of running and ended jobs. Uses {@code gui.job}; a job's failure is worded by {@code
 * gui.notice}.
 */
@NullMarked
package org.weighbridge.gui.jobs;

import org.jspecify.annotations.NullMarked;
