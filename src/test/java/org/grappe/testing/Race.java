package org.grappe.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Acts that begin at one moment, each in a thread of its own: parallel streams run only as many at
 * a time as there are cores.
 */
public final class Race {
  private Race() {}

  /** What each of so many acts answers, in their order. */
  public static <T> List<T> of(int acts, IntFunction<T> act) {
    return of(IntStream.range(0, acts).mapToObj(i -> (Callable<T>) () -> act.apply(i)).toList());
  }

  /** The same of different acts. */
  public static <T> List<T> of(List<Callable<T>> acts) {
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    try {
      CyclicBarrier start = new CyclicBarrier(acts.size());
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> act : acts) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return act.call();
                }));
      }
      List<T> all = new ArrayList<>();
      for (Future<T> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    } finally {
      threads.shutdownNow();
    }
  }
}
