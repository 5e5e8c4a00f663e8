import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Price {
//^ [NoOutput] Bad.Price has no output
    @Input(shape = 12)
    Tensor measures();

    @Dense(units = 1)
    Tensor price();
  }
}
