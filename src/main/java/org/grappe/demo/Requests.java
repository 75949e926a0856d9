package org.grappe.demo;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.shared.Ids;
import org.grappe.shared.write.BodyChecks;

/** Carries out a request of the data file by the resource method that serves it over HTTP. */
@ApplicationScoped
class Requests {
  private final BodyChecks checks;
  private final Ids ids;
  private final List<Post> posts;

  Requests(BodyChecks checks, Ids ids) {
    this.checks = checks;
    this.ids = ids;
    this.posts =
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> (InjectableBean<?>) bean)
            .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
            .flatMap(Requests::posts)
            .toList();
  }

  void carryOut(DemoFile.Entry entry) {
    Post post =
        posts.stream()
            .filter(candidate -> candidate.takes(entry.path()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing takes " + entry.path()));
    ids.giving(entry.id().orElse(null), () -> call(post, entry));
  }

  private Object call(Post post, DemoFile.Entry entry) {
    Object resource = Arc.container().instance(post.bean()).get();
    try {
      return post.method().invoke(resource, post.arguments(entry, checks));
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException(entry.path() + " " + entry.body(), refused.getCause());
    } catch (IllegalAccessException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static Stream<Post> posts(InjectableBean<?> bean) {
    return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(POST.class))
        .map((Method method) -> Post.of(bean, method));
  }
}
