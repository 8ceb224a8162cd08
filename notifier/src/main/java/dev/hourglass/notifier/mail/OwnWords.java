package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.texts.OwnTexts;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.qute.i18n.MessageBundles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The support team's words before ours. They are filled in as plain text: nothing in them is
 * evaluated, and an HTML template escapes what comes out as it does with ours.
 */
public final class OwnWords {

  /** Before the resolvers that are made from our own bundles. */
  private static final int FIRST = 100;

  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

  private final OwnTexts texts;

  public OwnWords(OwnTexts texts) {
    this.texts = texts;
  }

  /** The words of a bundle in a language. */
  public <T> T of(Class<T> bundle, Language language) {
    T ours = MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    Map<String, String> own = texts.words().get(file(name(bundle), language.tag()));
    return own == null
        ? ours
        : bundle.cast(
            Proxy.newProxyInstance(
                bundle.getClassLoader(),
                new Class<?>[] {bundle},
                (proxy, method, arguments) -> call(ours, own, method, arguments)));
  }

  /** What lets templates find them; only bundles of which there are any. */
  public List<NamespaceResolver> resolvers(List<Class<?>> bundles) {
    return bundles.stream()
        .filter(bundle -> texts.words().keySet().stream().anyMatch(isOf(bundle)))
        .map(this::resolver)
        .toList();
  }

  /** The name under which templates know a bundle, and its files. */
  public static String name(Class<?> bundle) {
    return bundle.getAnnotation(MessageBundle.class).value();
  }

  private static Predicate<String> isOf(Class<?> bundle) {
    return file -> file.startsWith(name(bundle) + "_");
  }

  private NamespaceResolver resolver(Class<?> bundle) {
    return NamespaceResolver.builder(name(bundle))
        .priority(FIRST)
        .resolveAsync(context -> resolve(bundle, context))
        .build();
  }

  private CompletionStage<Object> resolve(Class<?> bundle, EvalContext context) {
    Map<String, String> own = texts.words().get(file(name(bundle), tag(context)));
    Optional<Method> method =
        Arrays.stream(bundle.getMethods())
            .filter(each -> each.getName().equals(context.getName()))
            .findFirst();
    if (own == null || method.isEmpty()) {
      return Results.notFound(context);
    }
    CompletionStage<List<Object>> values = CompletableFuture.completedFuture(new ArrayList<>());
    for (var parameter : context.getParams()) {
      values =
          values.thenCombine(
              context.evaluate(parameter),
              (before, value) -> {
                before.add(value);
                return before;
              });
    }
    return values.thenCompose(
        all ->
            text(own, method.get(), all.toArray())
                .<CompletionStage<Object>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> Results.notFound(context)));
  }

  private static Object call(
      Object ours, Map<String, String> own, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] values = arguments == null ? new Object[0] : arguments;
    Optional<String> text = text(own, method, values);
    if (text.isPresent()) {
      return text.get();
    }
    try {
      return method.invoke(ours, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Optional<String> text(Map<String, String> own, Method method, Object[] values) {
    String name = method.getName();
    if (values.length == 1 && values[0] instanceof Enum<?> constant) {
      return Optional.ofNullable(own.get(name + "_" + constant.name()))
          .or(() -> Optional.ofNullable(own.get(name + "_$" + constant.name())));
    }
    return Optional.ofNullable(own.get(name)).map(text -> filled(text, method, values));
  }

  private static String filled(String text, Method method, Object[] values) {
    Matcher blanks = BLANK.matcher(text);
    return blanks.replaceAll(
        blank -> {
          for (int i = 0; i < values.length; i++) {
            if (method.getParameters()[i].getName().equals(blank.group(1))) {
              return Matcher.quoteReplacement(String.valueOf(values[i]));
            }
          }
          return Matcher.quoteReplacement(blank.group());
        });
  }

  private static String tag(EvalContext context) {
    Object locale = context.getAttribute(TemplateInstance.LOCALE);
    return locale instanceof Locale known ? known.getLanguage() : String.valueOf(locale);
  }

  private static String file(String bundle, String tag) {
    return bundle + "_" + tag;
  }
}
