package org.weighbridge.benchmark.window;

/**
 * What followed a move of a slider. Times in nanoseconds since the event.
 *
 * @param handled the event's handlers had returned
 * @param predicted the new prediction was known
 * @param drawn the frame with it was laid out
 * @param measured the accuracy of the new choice was known
 * @param encoded the file of the new choice was known; this waits for the slider to rest
 */
public record SliderMove(long handled, long predicted, long drawn, long measured, long encoded) {}
