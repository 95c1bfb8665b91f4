/**
 * YAML as a tree of texts, lists and entries that know their places, and the list of what is wrong
 * in one. Start at YamlText. May use SnakeYAML and fault; knows nothing of recipes.
 */
@NullMarked
package org.weighbridge.recipe.yaml;

import org.jspecify.annotations.NullMarked;
