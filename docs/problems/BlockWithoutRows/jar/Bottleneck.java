package org.example;

import static org.synapt.annotations.Block.OF_BLOCK;

import org.synapt.annotations.*;

@Block
public @interface Bottleneck {
  int units();

  interface Body {
    @Input
    Tensor x();

    @Dense(units = OF_BLOCK)
    Tensor y(Tensor x);
  }
}
