package org.weighbridge.recipe.run;

import java.util.Optional;

/**
 * Where a network is, and what its file does not say.
 *
 * @param file from the folder of all steps on; empty: what the job began with
 * @param name of the network
 * @param sha256 of the file that it was first read from, which encoded files state
 */
record KeptNetwork(Optional<String> file, String name, String sha256) {
  KeptNetwork {
    file.ifPresent(WithinFolder::check);
  }
}
