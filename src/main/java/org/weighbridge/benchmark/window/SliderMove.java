package org.weighbridge.benchmark.window;

/**
 * What followed a move of a slider. Times in nanoseconds since the event.
 *
 * @param handled the event's handlers had returned
 * @param predicted the frame with the new prediction was laid out
 * @param measured the accuracy of the new choice was known
 * @param encoded the file of the new choice was known; this waits for the slider to rest
 */
public record SliderMove(long handled, long predicted, long measured, long encoded) {}
