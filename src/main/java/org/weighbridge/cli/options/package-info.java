/**
 * Options that several verbs share, one class per group. May use experiment and what that uses, and
 * picocli.
 */
@NullMarked
package org.weighbridge.cli.options;

import org.jspecify.annotations.NullMarked;
