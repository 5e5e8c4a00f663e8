import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
    interface Body {
      @Input(shape = 12)
      //             ^ [BlockInputWithShape] x stands for an operand of @Hidden and has its shape
      Tensor x();

      @Dense(units = 4)
      Tensor y(Tensor x);
    }
  }
}
