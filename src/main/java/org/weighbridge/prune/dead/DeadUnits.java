package org.weighbridge.prune.dead;

import org.weighbridge.network.LayerId;

/**
 * What is dead of a layer.
 *
 * @param units how many neurons or filters it has
 * @param dead how many have neither inputs nor outputs any more
 * @param left how many without inputs could not be folded, because their constant would be wrong at
 *     a padded border or there is no bias to take it
 */
public record DeadUnits(LayerId layer, int units, int dead, int left) {}
