import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Price {}
//^ [EmptyDeclaration] Price has no row

  @Block
  @interface Nothing {
    interface Body {}
  //^ [EmptyDeclaration] Body has no row
  }
}
