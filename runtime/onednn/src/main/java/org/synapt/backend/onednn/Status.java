package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_invalid_arguments;
import static org.bytedeco.dnnl.global.dnnl.dnnl_out_of_memory;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.dnnl.global.dnnl.dnnl_unimplemented;

/** What calls of oneDNN return. */
final class Status {
  private Status() {}

  /**
   * Throws unless a call has succeeded.
   *
   * @param status what the call returned
   * @param call what was asked for, for the message
   * @throws OutOfMemoryError if oneDNN had too little memory
   * @throws IllegalStateException if it failed otherwise: a fault of ours, not the user's
   */
  static void check(int status, String call) {
    if (status == dnnl_success) {
      return;
    }
    if (status == dnnl_out_of_memory) {
      throw new OutOfMemoryError("oneDNN has too little memory to " + call);
    }
    throw new IllegalStateException("oneDNN could not " + call + ": " + reason(status));
  }

  private static String reason(int status) {
    if (status == dnnl_unimplemented) {
      return "it has no implementation of that";
    }
    return status == dnnl_invalid_arguments ? "arguments disagree" : "status " + status;
  }
}
