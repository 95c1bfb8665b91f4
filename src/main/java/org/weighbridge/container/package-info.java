/**
 * The .wbz file: a compressed network in one file, checksummed, described byte by byte in {@code
 * docs/format.md}. Start at WbzFile. May use codec, tensor and file; a network is bytes and names
 * here.
 */
@NullMarked
package org.weighbridge.container;

import org.jspecify.annotations.NullMarked;
