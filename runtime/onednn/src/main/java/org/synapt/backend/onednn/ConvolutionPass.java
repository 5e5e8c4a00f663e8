package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

/** The three products of a convolution, and oneDNN's names of their operands. */
enum ConvolutionPass {
  /** y of x and the weight. */
  FORWARD(DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST, dnnl_query_weights_md),

  /** dx of dy and the weight. */
  DATA(DNNL_ARG_DIFF_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DIFF_DST, dnnl_query_weights_md),

  /** dweight of x and dy. */
  WEIGHT(DNNL_ARG_SRC, DNNL_ARG_DIFF_WEIGHTS, DNNL_ARG_DIFF_DST, dnnl_query_diff_weights_md);

  /** The argument that is x or dx. */
  final int image;

  /** The argument that is the weight or dweight. */
  final int weight;

  /** The argument that is y or dy. */
  final int result;

  /** Asks how the weight or dweight lies. */
  final int weightQuery;

  ConvolutionPass(int image, int weight, int result, int weightQuery) {
    this.image = image;
    this.weight = weight;
    this.result = result;
    this.weightQuery = weightQuery;
  }
}
