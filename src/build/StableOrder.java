import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * Has Java tell what is in {@code Set.of} and {@code Map.of} in the same order in each build. It
 * draws by chance, once for each process, where it begins and whether it goes backwards. This
 * process is Maven's own, which Quarkus builds in; .mvn/jvm.config has the methods that look at
 * what was drawn interpreted, for compiled they would keep it.
 */
class StableOrder {
  public static void main(String[] none) {
    try {
      Field only = Unsafe.class.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      Unsafe unsafe = (Unsafe) only.get(null);
      Class<?> drawn = Class.forName("java.util.ImmutableCollections");
      Field begin = drawn.getDeclaredField("SALT32L");
      unsafe.putLong(unsafe.staticFieldBase(begin), unsafe.staticFieldOffset(begin), 0);
      Field backwards = drawn.getDeclaredField("REVERSE");
      unsafe.putBoolean(
          unsafe.staticFieldBase(backwards), unsafe.staticFieldOffset(backwards), false);
    } catch (ReflectiveOperationException | RuntimeException otherJava) {
      System.err.println("The order of sets is left to chance: " + otherJava);
    }
  }
}
