package org.grappe.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.grappe.position.Place;

/** A file that is to be made, and those who wait for it. */
final class Making {
  private final Contents contents;
  private final List<Object> key;
  private final List<CompletableFuture<Answer>> waiting = new ArrayList<>();
  private volatile Moment moment = Moment.UNKNOWN;
  private volatile Place place;
  private boolean over;

  Making(Contents contents, List<Object> key) {
    this.contents = contents;
    this.key = key;
  }

  Contents contents() {
    return contents;
  }

  List<Object> key() {
    return key;
  }

  Moment moment() {
    return moment;
  }

  Place place() {
    return place;
  }

  void begun(Moment at, Place behind) {
    moment = at;
    place = behind;
  }

  /** One more who waits; nobody can once it is over. */
  synchronized Optional<CompletableFuture<Answer>> join() {
    if (over) {
      return Optional.empty();
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.add(answer);
    return Optional.of(answer);
  }

  /** Whether all who waited have gone. */
  synchronized boolean isAbandoned() {
    return waiting.stream().allMatch(CompletableFuture::isDone);
  }

  /** Has it made, unless all who waited have gone. */
  void make(Consumer<Making> maker) {
    try {
      if (!isAbandoned()) {
        maker.accept(this);
      }
    } catch (Throwable failed) {
      fail(failed);
    }
  }

  synchronized void finish(Copy copy) {
    over = true;
    for (CompletableFuture<Answer> one : waiting) {
      copy.hold()
          .ifPresent(
              hold -> {
                if (!one.complete(hold)) {
                  hold.close();
                }
              });
    }
  }

  synchronized void fail(Throwable why) {
    over = true;
    waiting.forEach(one -> one.completeExceptionally(why));
  }
}
