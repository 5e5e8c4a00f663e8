package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.dnnl_memory_desc;

/** How the steps of a product get at its right factor. */
interface RightFactor {
  /** As it is. */
  RightFactor PLAIN =
      new RightFactor() {
        @Override
        public Layout ask(Matrix b) {
          return b.layout();
        }

        @Override
        public Operand bring(Matrix b, dnnl_memory_desc layout, ProductSteps steps) {
          return new Operand(DNNL_ARG_WEIGHTS, layout, b.memory(), b.at());
        }
      };

  /**
   * The layout that a primitive is asked to take; the caller closes it.
   *
   * @param b the factor, or a piece of it
   */
  Layout ask(Matrix b);

  /**
   * The operand of the primitive.
   *
   * @param b the factor, or a piece of it
   * @param layout what the primitive takes
   * @param steps to which those are added that bring it there
   */
  Operand bring(Matrix b, dnnl_memory_desc layout, ProductSteps steps);
}
