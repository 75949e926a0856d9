package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten writes a second on two hundred clusters beside a thousand reads a second of them. */
@Thorough
class MixedLoadIT {
  private static final int CLUSTERS = 200;
  private static final int READERS = 4;
  private static final int READS = 1_000;
  private static final int WRITES = 10;
  private static final int SECONDS = 20;

  @TempDir Path directory;

  private final LongAdder reads = new LongAdder();
  private final LongAdder hits = new LongAdder();
  private final LongAdder writes = new LongAdder();

  @Test
  void nine_reads_in_ten_are_answered_from_memory() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (OwnDatabase database = OwnDatabase.started();
        PackagedService service = database.service(directory.resolve("one"), Map.of())) {
      Instances instance = new Instances(List.of(service.api()), OwnDatabase.KEY);
      List<String> members = new ArrayList<>();
      List<String> addresses = new ArrayList<>();
      fill(instance, members, addresses);
      addresses.forEach(instance::get);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      List<Future<?>> all = new ArrayList<>();
      all.add(
          threads.submit(
              () -> paced(WRITES, end, new Random(1), random -> write(instance, members, random))));
      for (int i = 0; i < READERS; i++) {
        Random own = new Random(10 + i);
        all.add(
            threads.submit(
                () ->
                    paced(READS / READERS, end, own, random -> read(instance, addresses, random))));
      }
      for (Future<?> one : all) {
        one.get();
      }
      double share = hits.doubleValue() / reads.sum();
      System.out.printf(
          "mixed load: %d reads and %d writes in %d s, %.3f from memory%n",
          reads.sum(), writes.sum(), SECONDS, share);
      assertTrue(writes.sum() > 0, "nothing was written");
      assertTrue(reads.sum() > 50 * writes.sum(), () -> reads + " reads to " + writes);
      assertTrue(share >= 0.9, () -> "from memory: " + share);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void fill(Instances instance, List<String> members, List<String> addresses) {
    for (int i = 0; i < CLUSTERS; i++) {
      String cluster =
          instance.make(
              "/clusters",
              "{\"slug\":\"c%d\",\"name\":\"C%d\",\"region\":\"76\",\"foundedOn\":\"2000\"}"
                  .formatted(i, i));
      String organisation =
          instance.make("/organisations", "{\"name\":\"O%d\",\"kind\":\"COMPANY\"}".formatted(i));
      members.add(
          instance.make(
              "/memberships",
              "{\"cluster\":\"%s\",\"organisation\":\"%s\",\"from\":\"2010-01-01\"}"
                  .formatted(cluster, organisation)));
      addresses.add("/clusters/" + cluster);
      addresses.add("/memberships?cluster=" + cluster);
      addresses.add("/events?cluster=" + cluster);
    }
  }

  private interface Act {
    void act(Random random);
  }

  /** So many a second; one that comes too late is not made up for. */
  private static void paced(int perSecond, long end, Random random, Act act) {
    long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (long next = System.nanoTime();
        next < end;
        next = Math.max(next + pause, System.nanoTime())) {
      LockSupport.parkNanos(next - System.nanoTime());
      act.act(random);
    }
  }

  /** A machine that reads more slowly writes more slowly, too. */
  private void write(Instances instance, List<String> members, Random random) {
    if (writes.sum() * READS > reads.sum() * WRITES) {
      return;
    }
    HttpResponse<String> answer =
        instance.ask(
            "PATCH",
            "/memberships/" + members.get(random.nextInt(members.size())),
            "application/merge-patch+json",
            "{\"remarks\": \"" + random.nextInt() + "\"}",
            "If-Match",
            "*");
    assertEquals(200, answer.statusCode(), answer.body());
    writes.increment();
  }

  private void read(Instances instance, List<String> addresses, Random random) {
    HttpResponse<String> answer = instance.get(addresses.get(random.nextInt(addresses.size())));
    assertEquals(200, answer.statusCode());
    reads.increment();
    if (answer.headers().firstValue("Cache-Status").orElse("").contains("hit")) {
      hits.increment();
    }
  }
}
