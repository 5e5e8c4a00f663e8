import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Deep {
    interface Body {
      @Input
      Tensor x();

      @Deep
    //^ [RecursiveBlock] @Deep is made of itself: @Deep → @Deep
      Tensor y(Tensor x);
    }
  }

  @Block
  @interface Even {
    interface Body {
      @Input
      Tensor x();

      @Odd
    //^ [RecursiveBlock] @Even is made of itself: @Even → @Odd → @Even
      Tensor y(Tensor x);
    }
  }

  @Block
  @interface Odd {
    interface Body {
      @Input
      Tensor x();

      @Even
      Tensor y(Tensor x);
    }
  }

  @Network
  interface Price {
    @Input(shape = 12)
    Tensor measures();

    @Odd
    Tensor odd();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
