package org.synapt.processor.generated;

/**
 * Declarations with extents that each batch decides. {@code ANY} in them is replaced by a number
 * for the network of a fixed length that they are compared with.
 */
final class AnySamples {
  /** A class for each step. */
  static final String TAGGER =
      """
      /** Tags each word. */
      @Network
      interface Tagger {
        @Input(shape = {Input.ANY, 3})                  Tensor words();
        @Dense(units = 4, activation = TANH)            Tensor hidden();
        @Dropout(rate = 0.25)                           Tensor dropped();
        @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
        @Dense(units = 5, activation = SOFTMAX)         Tensor tag();
      }
      """;

  /** Attends from one sequence to another, both of lengths of their own. */
  static final String MATCHER =
      """
      /** Attends to a text while it reads a question. */
      @Network
      interface Matcher {
        @Input(shape = {Input.ANY, 4})           Tensor question();
        @Input(shape = {Input.ANY_2, 4})         Tensor text();
        @Dense(units = 6)                        Tensor asked(Tensor question);
        @Dense(units = 6)                        Tensor told(Tensor text);
        @Dot(axes = 1)                           Tensor scores(Tensor asked, Tensor told);
        @Softmax                                 Tensor weights(Tensor scores);
        @Dot(axes = {1, 0})                      Tensor found(Tensor weights, Tensor told);
        @Concatenate                             Tensor both(Tensor asked, Tensor found);
        @LayerNormalization                      Tensor normal();
        @GlobalAveragePooling1D                  Tensor mean();
        @GlobalMaxPooling1D                      Tensor most(Tensor normal);
        @Add                                     Tensor all(Tensor mean, Tensor most);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                        Tensor answer(Tensor all);
        @Output(loss = LOG_COSH)
        @Dense(units = 2)                        Tensor where(Tensor normal);
      }
      """;

  private AnySamples() {}

  /** The same network with numbers for what each batch decides, under another name. */
  static String fixed(String declaration, String name, String fixedName, int any, int any2) {
    return declaration
        .replace("interface " + name, "interface " + fixedName)
        .replace("Input.ANY_2", String.valueOf(any2))
        .replace("Input.ANY", String.valueOf(any));
  }
}
