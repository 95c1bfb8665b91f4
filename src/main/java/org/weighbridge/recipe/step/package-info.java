/**
 * What recipes call steps and their keys: one description per key, which reading, writing and the
 * documentation share. Start at StepKinds. May use workflow and recipe.yaml.
 */
@NullMarked
package org.weighbridge.recipe.step;

import org.jspecify.annotations.NullMarked;
