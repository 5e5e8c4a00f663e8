package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a row that is trained towards a target and that {@code predict} gives.
 *
 * <p>A target has the row's shape; that of a sparse loss is without its last axis. Several outputs
 * are trained together: the loss is the sum of their losses, each times its {@link #weight()}.
 *
 * <p>Where some steps of the row do not count, as {@link Masking} or an {@link Embedding} says, the
 * loss of a batch is the mean over those of its steps that do, {@code Σ mask · loss / Σ mask}, and
 * 0 where none does, as in Keras 3; so are metrics.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Output {
  /**
   * What training makes small.
   *
   * @return the loss; {@link Loss#NONE} where {@link #formula()} says it
   */
  Loss loss() default Loss.NONE;

  /**
   * A loss of one's own: an elementwise formula over {@code target} and {@code prediction},
   * averaged over the elements of an example, such as {@code "(1 + 98 * target) * abs(target -
   * prediction)"}.
   *
   * @return the formula; empty where {@link #loss()} says it
   */
  String formula() default "";

  /**
   * How much this output counts in the sum of several.
   *
   * @return the factor, above 0
   */
  double weight() default 1;

  /**
   * States how many classes are told apart, which is the row's last extent.
   *
   * @return the number of classes; 0 where it is not stated
   */
  int classes() default 0;

  /**
   * States the shape of one target as the data hold it.
   *
   * @return the extents; none where they are not stated
   */
  int[] targetShape() default {};

  /**
   * Names a row that is this output's target, so that the data hold none: an autoencoder's input.
   * In that role the row is a constant: no gradient flows into it.
   *
   * @return the row's name; empty where targets come from the data
   */
  String target() default "";

  /**
   * Says that the row holds logits and that the loss is to apply the softmax or sigmoid.
   *
   * @return whether the row holds logits
   */
  boolean fromLogits() default false;

  /**
   * Where {@link Loss#HUBER} turns from square to straight.
   *
   * @return the turning point, above 0
   */
  double delta() default 1;
}
