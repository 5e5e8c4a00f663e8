import org.synapt.annotations.*;

final class Good {
  @Block
  @interface Hidden {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 4)
      Tensor y(Tensor x);
    }
  }
}
