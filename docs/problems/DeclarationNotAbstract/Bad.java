import org.synapt.annotations.*;

final class Bad {
  @Network
  static class Price {}
  //     ^ [DeclarationNotAbstract] Price is neither an interface nor an abstract class

  @Network
  enum Kind {
//^ [DeclarationNotAbstract] Kind is neither an interface nor an abstract class
    HOUSE
  }

  @Network
  @interface Mark {}
 //^ [DeclarationNotAbstract] Mark is neither an interface nor an abstract class
}
