import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
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
 * of the build: they are numbered in the order of the classes.
 */
class StableSteps {
  private static final String STEPS = "io/quarkus/runner/recorded/";
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
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(step).accept(new Keys(writer), 0);
    return writer.toByteArray();
  }

  private class Keys extends ClassVisitor {
    Keys(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitLdcInsn(Object constant) {
          super.visitLdcInsn(
              constant instanceof String text && text.matches("proxykey[0-9]+")
                  ? keys.computeIfAbsent(text, key -> "proxykey" + (keys.size() + 1))
                  : constant);
        }
      };
    }
  }
}
