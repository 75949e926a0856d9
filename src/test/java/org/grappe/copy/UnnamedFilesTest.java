package org.grappe.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files without a name leave nothing behind, and another instance's are left alone. */
class UnnamedFilesTest {
  @TempDir Path directory;

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.createFile(directory.resolve(name));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  @Test
  void one_has_no_name_once_it_is_open() throws IOException {
    try (FileChannel file = new UnnamedFiles(directory, "x-").open();
        Stream<Path> named = Files.list(directory)) {
      assertEquals(0, named.count());
      assertTrue(file.isOpen());
    }
  }

  @Test
  void what_is_left_is_removed_and_what_another_has_just_begun_is_not() throws IOException {
    Path left = file("x-1", Duration.ofHours(1));
    Path begun = file("x-2", Duration.ZERO);
    Path other = file("y-1", Duration.ofHours(1));
    new UnnamedFiles(directory, "x-").prepare();
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(begun));
    assertTrue(Files.exists(other));
  }

  @Test
  void a_file_that_is_not_finished_gives_its_memory_back() throws IOException {
    CopyFile file =
        new CopyFile(new UnnamedFiles(directory, "x-").open(), new Space(1 << 20, new Shelf()));
    file.write(new byte[1 << 10], 0, 1 << 10);
    file.close();
    NullPointerException ended =
        assertThrows(NullPointerException.class, () -> file.write(new byte[1], 0, 1));
    assertTrue(ended.getMessage().contains("closed"), ended.getMessage());
  }
}
