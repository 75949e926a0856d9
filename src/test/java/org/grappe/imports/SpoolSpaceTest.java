package org.grappe.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How those who send files share the disk. */
class SpoolSpaceTest {
  private static final long SHARE = 256L << 20;
  private static final UploadKind KIND = () -> "/files";
  @TempDir private Path directory;

  private SpoolSpace space(String disk) {
    ImportsConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ImportsConfig.class)
            .withDefaultValue("grappe.imports.dir", directory.toString())
            .withDefaultValue("grappe.imports.disk", disk)
            .build()
            .getConfigMapping(ImportsConfig.class);
    return new SpoolSpace(config, new SpoolDirectory(config));
  }

  private static ProblemType refusal(Runnable act) {
    return assertThrows(Problem.class, act::run).type();
  }

  @Test
  void one_caller_has_a_quarter_of_it_and_the_others_the_rest() {
    SpoolSpace space = space("1G");
    space.take("greedy", SHARE);
    assertEquals(ProblemType.TOO_MANY_REQUESTS, refusal(() -> space.take("greedy", 1)));
    space.take("fair", SHARE);
    space.giveBack("greedy", 1);
    space.take("greedy", 1);
  }

  @Test
  void the_longest_file_has_room_on_a_small_disk_but_no_more_than_there_is() {
    SpoolSpace space = space("300M");
    space.take("one", SHARE);
    assertEquals(ProblemType.UNAVAILABLE, refusal(() -> space.take("other", SHARE)));
    space.take("other", 40 << 20);
  }

  @Test
  void what_is_told_to_come_has_its_room_from_the_beginning() {
    SpoolSpace space = space("10M");
    ImportFile first = new ImportFile(KIND, space, "one", new ImportQueue());
    first.requireRoom(6 << 20);
    ImportFile second = new ImportFile(KIND, space, "other", new ImportQueue());
    assertEquals(ProblemType.UNAVAILABLE, refusal(() -> second.requireRoom(6 << 20)));
    first.write(new byte[6 << 20]);
    second.requireRoom(4 << 20);
    first.close();
    second.requireRoom(10 << 20);
    second.close();
    space.take("one", 10 << 20);
  }
}
