package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * A recurrent layer in one direction over whole sequences: all its steps are one op.
 *
 * <pre>
 * simple rnn   h' = f(x W + h U + b)
 *
 * lstm         i, f, c̃, o = g(x W_i + h U_i + b_i), g(.. f), φ(.. c), g(.. o)
 *              c' = f · c + i · c̃        h' = o · φ(c')
 *
 * gru          z, r = g(x W_z + h U_z + b_z), g(.. r)
 *              h̃ = φ(x W_h + (r · h) U_h + b_h)                     reset before
 *              h̃ = φ(x W_h + b_h + r · (h U_h + b'_h))              reset after
 *              h' = z · h + (1 − z) · h̃
 *
 * x [b, T, in]   W [in, k·u]   U [u, k·u]   bias [k·u], with reset after [2, k·u]: first b, then b'
 * mask [b, T]    recurrentMask [b, k·u]     hidden, cell [b, u]
 * →   y [b, u], or [b, T, u] with {@link Recurrence.Option#SEQUENCES}; a step more for the cell's state
 * </pre>
 *
 * <p>with k = 1, 4 or 3 gates, one beside the other in the order i, f, c, o and z, r, h, as Keras
 * has them; {@code φ} is {@link GateFunctions#activation}, {@code g} the recurrent one. Where a
 * mask is 0, a step leaves the states as they are, and gives the state again; Keras gives its last
 * output again, which is 0 before the first step that counts, whatever the states began with.
 *
 * <p>{@code recurrentMask} has a row of u for each gate, by which {@code h} is multiplied where the
 * gate's sum reads it: {@code (h · m) U}, in a GRU with reset before {@code (r · h · m) U}. What a
 * GRU carries on as {@code z · h} is not masked. So it is in Keras since 3.8.
 *
 * <p>Bias, masks and states are optional: a buffer of length 0 stands for none, and for states that
 * begin with 0. Examples are independent of each other, and sums have one order, whatever the
 * number of threads. No buffer that is written aliases another.
 *
 * <p>Sources: Hochreiter and Schmidhuber, Long Short-Term Memory, 1997; Gers, Schmidhuber and
 * Cummins, Learning to Forget, 2000; Cho et al., Learning Phrase Representations using RNN
 * Encoder-Decoder, 2014 (reset before); Werbos, Backpropagation Through Time, 1990.
 */
public interface Recurrent extends Kernel {
  /**
   * Runs all steps.
   *
   * @param recurrence what the layer does
   * @param batch the examples, b
   * @param x read
   * @param kernel W, read
   * @param recurrentKernel U, read
   * @param bias read, or of length 0
   * @param mask 1 where a step counts, else 0, read, or of length 0
   * @param recurrentMask read, or of length 0
   * @param hidden the state h at the beginning, read, or of length 0; the first b rows of what may
   *     be longer; written with the last state if {@link Recurrence.Option#STATEFUL}
   * @param cell as hidden, for the state c of an LSTM
   * @param saved written: what the gradient reads, {@link Recurrence#saved} floats for each
   *     example, in a form of the backend's own; of length 0 if there is to be none
   * @param y written
   */
  void forward(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer hidden,
      Buffer cell,
      Buffer saved,
      Buffer y);

  /**
   * Goes back through all steps. Every result is written, or of length 0 if nobody asks for it.
   *
   * @param recurrence as forward
   * @param batch as forward
   * @param x as forward
   * @param kernel as forward
   * @param recurrentKernel as forward
   * @param bias as forward
   * @param mask as forward
   * @param recurrentMask as forward
   * @param saved read: what forward left, the states at the beginning too
   * @param dy of the shape of y, read
   * @param dx [b, T, in]
   * @param dkernel [in, k·u]
   * @param drecurrentKernel [u, k·u]
   * @param dbias of the shape of bias
   * @param dhidden [b, u]
   * @param dcell [b, u]
   */
  void gradient(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer saved,
      Buffer dy,
      Buffer dx,
      Buffer dkernel,
      Buffer drecurrentKernel,
      Buffer dbias,
      Buffer dhidden,
      Buffer dcell);
}
