/** Programs that use the workbench from outside, as docs/api.md prints them. */
@NullMarked
package org.weighbridge.example;

import org.jspecify.annotations.NullMarked;
