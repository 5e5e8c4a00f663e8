package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The GPUs of a machine.
 *
 * @param all in the order of their places on the bus
 * @param obstacle why there is none, in a clause; empty if there is one
 */
record Gpus(List<Gpu> all, Optional<String> obstacle) {

  static Gpus of(List<Gpu> all) {
    return new Gpus(List.copyOf(all), Optional.empty());
  }

  static Gpus none(String obstacle) {
    return new Gpus(List.of(), Optional.of(obstacle));
  }

  /** Those that CUDA shows a process with this environment; all, if that cannot be told. */
  Gpus visible(Map<String, String> environment) {
    String chosen = environment.get("CUDA_VISIBLE_DEVICES");
    if (chosen == null || obstacle.isPresent()) {
      return this;
    }
    List<String> words = List.of(chosen.trim().split(" *, *"));
    if (words.get(0).isEmpty() || words.get(0).startsWith("-")) {
      return none("CUDA_VISIBLE_DEVICES='" + chosen + "' hides every GPU");
    }
    // Without this order CUDA counts from the fastest on, by its own judgement.
    boolean inOrder = "PCI_BUS_ID".equals(environment.get("CUDA_DEVICE_ORDER"));
    if (!inOrder && !words.get(0).startsWith("GPU-")) {
      return this;
    }
    List<Gpu> named = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isNamed(i, words)) {
        named.add(all.get(i));
      }
    }
    return named.isEmpty()
        ? none("CUDA_VISIBLE_DEVICES='" + chosen + "' names none of those there are")
        : of(named);
  }

  private boolean isNamed(int i, List<String> words) {
    String uuid = all.get(i).uuid();
    return words.contains(String.valueOf(i))
        || words.stream().anyMatch(word -> word.startsWith("GPU-") && uuid.startsWith(word));
  }

  /** What ND4J has no code for, and what to do about it. */
  Optional<String> unserved() {
    return all.stream()
        .filter(gpu -> !gpu.isServed())
        .findFirst()
        .map(
            gpu ->
                "the GPU "
                    + gpu.name()
                    + " has compute capability "
                    + gpu.capability()
                    + ", and ND4J 1.0.0-M2.1 has CUDA kernels for "
                    + Gpu.SERVED
                    + " only"
                    + others());
  }

  private String others() {
    String served =
        all.stream().filter(Gpu::isServed).map(Gpu::uuid).collect(Collectors.joining(","));
    return served.isEmpty() ? "" : "; CUDA_VISIBLE_DEVICES=" + served + " hides what it cannot use";
  }
}
