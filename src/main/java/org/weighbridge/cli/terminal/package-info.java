/** What the command line writes and where: streams and progress. Start at Terminal. May use job. */
@NullMarked
package org.weighbridge.cli.terminal;

import org.jspecify.annotations.NullMarked;
