import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 4)
      Layer y();
      //    ^ [BlockWithoutResult] the last row of @Hidden, y, computes nothing
    }
  }

  @Block
  @interface Same {
    interface Body {
      @Input
      Tensor x();
      //     ^ [BlockWithoutResult] the last row of @Same, x, computes nothing
    }
  }
}
