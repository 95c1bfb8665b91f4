/**
 * Carries out recipes so that they can be interrupted: every step has a folder that is named by all
 * that decides its result, and is done once. Start at RecipeRun; StepFolder is what survives a
 * kill, MaterialFiles how a later step goes on from there, Schedule what runs beside what. May use
 * recipe and what that may use.
 */
@NullMarked
package org.weighbridge.recipe.run;

import org.jspecify.annotations.NullMarked;
