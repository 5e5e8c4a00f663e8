import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
 //^ [BlockWithoutInput] @Hidden takes nothing
    interface Body {
      @Dense(units = 4)
      Tensor y();
    }
  }
}
