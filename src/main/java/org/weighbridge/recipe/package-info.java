/**
 * Recipes: the steps of the method as a YAML file that is checked before anything runs. Start at
 * RecipeFile, which reads one, and RecipeText, which writes one. May use workflow and what that may
 * use; no terminal, no window.
 */
@NullMarked
package org.weighbridge.recipe;

import org.jspecify.annotations.NullMarked;
