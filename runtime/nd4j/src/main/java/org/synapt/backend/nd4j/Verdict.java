package org.synapt.backend.nd4j;

import java.util.Optional;

/**
 * What is to be expected of ND4J.
 *
 * @param obstacle why it cannot be used, in a sentence
 * @param remark what its user will want to know although it can
 */
record Verdict(Optional<String> obstacle, Optional<String> remark) {
  static Verdict against(String obstacle) {
    return new Verdict(Optional.of(obstacle), Optional.empty());
  }

  static Verdict of(Optional<String> obstacle) {
    return new Verdict(obstacle, Optional.empty());
  }
}
