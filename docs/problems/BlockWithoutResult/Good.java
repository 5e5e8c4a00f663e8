import org.synapt.annotations.*;

final class Good {
  @Block
  @interface Hidden {
    interface Body {
      @Dense(units = 4)
      Layer layer();

      @Input
      Tensor x();

      @Apply
      Tensor y(Layer layer, Tensor x);
    }
  }
}
