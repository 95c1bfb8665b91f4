package org.weighbridge.recipe.run;

import org.weighbridge.workflow.Material;

/**
 * A material and where its networks are.
 *
 * @param network of {@code material.network()}
 * @param original of {@code material.original()}
 */
record Loaded(Material material, KeptNetwork network, KeptNetwork original) {}
