package org.weighbridge.cli.options;

import java.util.Optional;
import org.weighbridge.codec.Setting;

/**
 * How a layer is to be coded.
 *
 * @param coder its codec, where it has one of its own
 * @param setting what the codec is asked for
 */
record CodedAs(Optional<String> coder, Setting setting) {}
