package org.synapt.samples.transformer;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Block.OF_BLOCK;

import org.synapt.annotations.Add;
import org.synapt.annotations.Block;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.MultiHeadAttention;
import org.synapt.annotations.Tensor;

/**
 * Each word looks at all words and takes something of those that matter to it; then it thinks by
 * itself. What came in is added both times, so that nothing gets lost.
 *
 * <p>Vaswani et al., Attention Is All You Need, 2017, section 3.1.
 */
@Block
public @interface TransformerEncoder {
  /** In how many ways a word looks at the others. */
  int numHeads();

  /** How many numbers say what a word looks for. */
  int keyDim();

  /** How many numbers a word is, and how many it thinks with. */
  int units();

  /** The share that is hidden while it learns. */
  double rate() default 0.1;

  /** The rows. */
  interface Body {
    /** The words. */
    @Input
    Tensor x();

    /** What each takes of all. */
    @MultiHeadAttention(numHeads = OF_BLOCK, keyDim = OF_BLOCK)
    Tensor seen(Tensor x);

    /** A part of it hidden while it learns. */
    @Dropout(rate = OF_BLOCK)
    Tensor taken(Tensor seen);

    /** Added to the word itself. */
    @Add
    Tensor joined(Tensor x, Tensor taken);

    /** Brought to one scale. */
    @LayerNormalization(epsilon = 1e-6)
    Tensor level(Tensor joined);

    /** What it thinks of it. */
    @Dense(units = OF_BLOCK, activation = RELU)
    Tensor thought(Tensor level);

    /** What it makes of that. */
    @Dense(units = OF_BLOCK)
    Tensor said(Tensor thought);

    /** A part of it hidden while it learns. */
    @Dropout(rate = OF_BLOCK)
    Tensor told(Tensor said);

    /** Added again. */
    @Add
    Tensor sum(Tensor level, Tensor told);

    /** Brought to one scale again. */
    @LayerNormalization(epsilon = 1e-6)
    Tensor out(Tensor sum);
  }
}
