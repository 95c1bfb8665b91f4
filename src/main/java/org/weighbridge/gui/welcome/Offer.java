package org.weighbridge.gui.welcome;

/**
 * A session that was not finished.
 *
 * @param about what it is of and when it was left
 * @param accept goes on with it
 * @param decline forgets it
 */
public record Offer(String about, Runnable accept, Runnable decline) {}
