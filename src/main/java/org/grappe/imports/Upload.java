package org.grappe.imports;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.grappe.admission.Bulkhead;
import org.grappe.connection.UnderWay;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;

/** One file on its way in: from the client to the disk, then to the resource. */
final class Upload {
  /** Where the routing context keeps the file, or why there is none. */
  static final String KEY = "grappe.upload";

  private static final int CHUNK = 1 << 16;
  private static final long LONGEST_WAIT_MILLIS = 10_000;
  private static final long TRY_EVERY_MILLIS = 250;

  private final UploadKind kind;
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final SpoolSpace space;
  private final ImportQueue queue;
  private final Turns turns;
  private final String caller;
  private Buffer received = Buffer.buffer();
  private ImportFile file;
  private Bulkhead.Task turn;

  Upload(
      UploadKind kind,
      RoutingContext context,
      SpoolSpace space,
      ImportQueue queue,
      Turns turns,
      String caller) {
    this.kind = kind;
    this.context = context;
    this.request = context.request();
    this.space = space;
    this.queue = queue;
    this.turns = turns;
    this.caller = caller;
  }

  /** Asks whether it may be sent, then receives it. */
  void begin(Consumer<UnaryOperator<String>> admission) {
    request.pause();
    UnaryOperator<String> parameters = name -> context.queryParams().get(name);
    aside(() -> open(admission, parameters), this::receive);
  }

  private Void open(Consumer<UnaryOperator<String>> admission, UnaryOperator<String> parameters) {
    admission.accept(parameters);
    String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    long length = told == null || !told.matches("\\d{1,18}") ? 0 : Long.parseLong(told);
    ImportFile.requireSize(kind, length);
    if (file == null) {
      file = new ImportFile(kind, space, caller, this::sit);
    }
    if (length > kind.mostAtOnce()) {
      file.becomeLong();
    }
    file.requireRoom(length);
    return null;
  }

  private void sit() {
    queue.sit(caller);
    file.onClose(() -> queue.leave(caller));
  }

  /** Whether nobody wants it any more: it came too slowly, or its client has gone. */
  private boolean isAnswered() {
    return context.response().ended() || context.response().closed();
  }

  private void receive() {
    if (isAnswered()) {
      file.close();
      return;
    }
    Afterwards.run(context, file::release);
    if (expectsContinue()) {
      context.response().writeContinue();
    }
    request
        .handler(this::take)
        .endHandler(
            end -> {
              received();
              write(this::handOn);
            })
        .exceptionHandler(gone -> file.close())
        .resume();
  }

  private boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  private void received() {
    UnderWay.of(context).ifPresent(UnderWay::end);
  }

  private void take(Buffer bytes) {
    if (isAnswered()) {
      return;
    }
    received.appendBuffer(bytes);
    if (received.length() >= CHUNK) {
      request.pause();
      write(this::goOn);
    }
  }

  private void goOn() {
    UnderWay.of(context).ifPresent(UnderWay::restart);
    request.resume();
  }

  private void write(Runnable then) {
    byte[] bytes = received.getBytes();
    received = Buffer.buffer();
    aside(
        () -> {
          file.write(bytes);
          return null;
        },
        then);
  }

  /** Does what may take a moment, away from the thread that serves all connections. */
  private void aside(Callable<Void> act, Runnable then) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    aside(act, then, until);
  }

  private void aside(Callable<Void> act, Runnable then, long until) {
    context
        .vertx()
        .executeBlocking(act)
        .onSuccess(done -> then.run())
        .onFailure(
            failed -> {
              boolean mayPass = isCrowded(failed) && until - System.nanoTime() > 0;
              if (mayPass) {
                UnderWay.of(context).ifPresent(UnderWay::restart);
                context.vertx().setTimer(TRY_EVERY_MILLIS, timer -> aside(act, then, until));
              } else if (failed instanceof Problem problem) {
                refuse(problem);
              } else {
                context.fail(failed);
              }
            });
  }

  /** Whether there may be a place in a moment. */
  private boolean isCrowded(Throwable failed) {
    return !isAnswered()
        && failed instanceof Problem problem
        && (problem.type().equals(ProblemType.TOO_MANY_REQUESTS)
            || problem.type().equals(ProblemType.UNAVAILABLE));
  }

  /** What is still to come of the file is let go by. */
  private void refuse(Problem problem) {
    if (file == null && expectsContinue()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (file != null) {
      file.close();
    }
    received();
    if (isAnswered()) {
      return;
    }
    request.handler(bytes -> {}).endHandler(end -> {}).resume();
    context.put(KEY, problem);
    context.next();
  }

  /** A short file is taken up at once, in its turn. */
  private void handOn() {
    if (isAnswered()) {
      file.close();
      return;
    }
    context.put(KEY, file);
    if (file.isLong()) {
      context.next();
      return;
    }
    Context own = context.vertx().getOrCreateContext();
    turn = new Bulkhead.Task(caller, () -> own.runOnContext(now -> go()));
    long timer =
        context
            .vertx()
            .setTimer(
                LONGEST_WAIT_MILLIS,
                late -> {
                  if (turns.withdraw(turn)) {
                    refuse(Turns.busy());
                  }
                });
    Afterwards.run(
        context,
        () -> {
          context.vertx().cancelTimer(timer);
          turns.withdraw(turn);
        });
    queue(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS));
  }

  /** Takes a place in line, or waits a moment for one. */
  private void queue(long until) {
    try {
      turns.take(turn);
    } catch (Problem full) {
      if (isCrowded(full) && until - System.nanoTime() > 0) {
        context.vertx().setTimer(TRY_EVERY_MILLIS, timer -> queue(until));
      } else {
        refuse(full);
      }
    }
  }

  private void go() {
    if (isAnswered()) {
      turns.done(turn);
      return;
    }
    Afterwards.run(context, () -> turns.done(turn));
    context.next();
  }

  /** The file that a request brought. */
  static ImportFile of(RoutingContext context) {
    Object upload = context.get(KEY);
    if (upload instanceof Problem problem) {
      throw problem;
    }
    return (ImportFile) upload;
  }
}
