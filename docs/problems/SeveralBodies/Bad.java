import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
    interface First {
      @Input
      Tensor x();

      @Dense(units = 4)
      Tensor y(Tensor x);
    }

    interface Second {
  //^ [SeveralBodies] @Hidden has 2 bodies
      @Input
      Tensor x();

      @Dense(units = 5)
      Tensor y(Tensor x);
    }
  }
}
