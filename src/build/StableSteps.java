import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes out of the steps of a start that Quarkus 3.33 has recorded what differs from build to build
 * and means nothing. The keys by which steps hand values to each other are counted over all threads
 * of the build: they are numbered in the order of the classes. The media types that are compressed
 * are a set: they are sorted.
 */
class StableSteps {
  private static final String STEPS = "io/quarkus/runner/recorded/";
  private static final String WITH_MEDIA_TYPES = STEPS + "ResteasyReactiveProcessor$setupDeployment";
  private final Map<String, String> keys = new HashMap<>();

  public static void main(String[] jar) throws IOException {
    Path before = Path.of(jar[0]);
    Path after = before.resolveSibling(before.getFileName() + ".part");
    new StableSteps().write(before, after);
    Files.move(after, before, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(Path before, Path after) throws IOException {
    try (ZipFile jar = new ZipFile(before.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(after))) {
      for (ZipEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        byte[] content = jar.getInputStream(entry).readAllBytes();
        ZipEntry same = new ZipEntry(name);
        same.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(same);
        out.write(name.startsWith(STEPS) && name.endsWith(".class") ? stable(content) : content);
        out.closeEntry();
      }
    }
  }

  private byte[] stable(byte[] step) {
    ClassReader reader = new ClassReader(step);
    Map<Integer, String> sorted = new HashMap<>();
    if (reader.getClassName().startsWith(WITH_MEDIA_TYPES)) {
      reader.accept(new Sets(sorted), 0);
    }
    ClassWriter writer = new ClassWriter(0);
    reader.accept(
        new Texts(writer) {
          @Override
          Object text(int place, String text) {
            return text.matches("proxykey[0-9]+")
                ? keys.computeIfAbsent(text, key -> "proxykey" + (keys.size() + 1))
                : sorted.getOrDefault(place, text);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** The texts of a class, by their place among all of them. */
  private abstract static class Texts extends ClassVisitor {
    private int texts;

    Texts(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    abstract Object text(int place, String text);

    void instruction(int code, String owner, String name) {}

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitLdcInsn(Object constant) {
          super.visitLdcInsn(constant instanceof String text ? text(texts++, text) : constant);
        }

        @Override
        public void visitTypeInsn(int code, String type) {
          instruction(code, type, "");
          super.visitTypeInsn(code, type);
        }

        @Override
        public void visitMethodInsn(
            int code, String owner, String called, String types, boolean isInterface) {
          instruction(code, owner, called);
          super.visitMethodInsn(code, owner, called, types, isInterface);
        }
      };
    }
  }

  /** Where the texts of a set belong, be it filled in one method or in several. */
  private static class Sets extends Texts {
    private final Map<Integer, String> sorted;
    private final TreeMap<Integer, String> set = new TreeMap<>();
    private boolean filled;
    private int last;
    private String text;

    Sets(Map<Integer, String> sorted) {
      super(null);
      this.sorted = sorted;
    }

    @Override
    Object text(int place, String value) {
      last = place;
      text = value;
      return value;
    }

    @Override
    void instruction(int code, String owner, String name) {
      if (code == Opcodes.NEW) {
        visitEnd();
        filled = owner.equals("java/util/LinkedHashSet");
      } else if (filled && text != null && owner.equals("java/util/Collection") && name.equals("add")) {
        set.put(last, text);
      }
      text = null;
    }

    @Override
    public void visitEnd() {
      Iterator<String> texts = new TreeSet<>(set.values()).iterator();
      set.keySet().forEach(place -> sorted.put(place, texts.next()));
      set.clear();
    }
  }
}
