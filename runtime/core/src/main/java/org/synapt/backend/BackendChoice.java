package org.synapt.backend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.synapt.text.Nearest;

/** Chooses among providers, by name or by rank, and says why it passed some over. */
final class BackendChoice {
  private static final String THREADS = SettingKey.THREADS.key();

  private final List<BackendProvider> providers;
  private final Function<SettingKey, Optional<Setting>> settings;

  /**
   * A choice among the given providers.
   *
   * @param providers in any order
   * @param settings gives what is set outside the code
   */
  BackendChoice(List<BackendProvider> providers, Function<SettingKey, Optional<Setting>> settings) {
    this.providers = new ArrayList<>(providers);
    this.providers.sort(
        Comparator.comparingInt(BackendProvider::rank)
            .reversed()
            .thenComparing(BackendProvider::name));
    this.settings = settings;
  }

  /** Opens what the settings name, or else the available backend of the highest rank. */
  Backend best() {
    Map<String, String> none = new HashMap<>();
    Optional<Setting> chosen = settings.apply(SettingKey.BACKEND);
    if (chosen.isPresent()) {
      return open(available(chosen.get()), none);
    }
    for (BackendProvider provider : providers) {
      Optional<String> reason = provider.unavailable();
      if (!reason.isPresent()) {
        return open(provider, none);
      }
      Settings.LOGGER.info(
          () -> "Passed over the backend " + provider.name() + ": " + reason.get());
    }
    throw new IllegalStateException("No backend is available; " + known());
  }

  /** Opens the backend of that name; options win over settings. */
  Backend open(String name, Map<String, String> options) {
    return open(available(name), options);
  }

  /** The provider that a setting names; what is wrong with that is said to be its fault. */
  private BackendProvider available(Setting chosen) {
    try {
      return available(chosen.value());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(because(e, chosen), e);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(because(e, chosen), e);
    }
  }

  private BackendProvider available(String name) {
    BackendProvider provider = find(name.toLowerCase(Locale.ROOT), name);
    Optional<String> reason = provider.unavailable();
    if (reason.isPresent()) {
      throw new IllegalStateException(
          "The backend " + provider.name() + " is unavailable: " + reason.get());
    }
    return provider;
  }

  private Backend open(BackendProvider provider, Map<String, String> options) {
    Optional<Setting> threads = settings.apply(SettingKey.THREADS);
    if (options.containsKey(THREADS) || !threads.isPresent()) {
      return provider.open(options);
    }
    Map<String, String> all = new HashMap<>(options);
    all.put(THREADS, threads.get().value());
    try {
      return provider.open(all);
    } catch (IllegalArgumentException e) {
      // Who refuses a value quotes it; what else is refused came from the code.
      boolean refused = String.valueOf(e.getMessage()).contains("'" + threads.get().value() + "'");
      throw refused ? new IllegalArgumentException(because(e, threads.get()), e) : e;
    }
  }

  private static String because(RuntimeException e, Setting setting) {
    return e.getMessage() + "; '" + setting.value() + "' was set by " + setting.origin();
  }

  private BackendProvider find(String lowerCase, String asWritten) {
    for (BackendProvider provider : providers) {
      if (provider.name().equals(lowerCase)) {
        return provider;
      }
    }
    throw new IllegalArgumentException(
        "There is no backend '"
            + asWritten
            + "'"
            + Nearest.suggestion(lowerCase, names())
            + "; "
            + known());
  }

  private String known() {
    if (providers.isEmpty()) {
      return "there is none on the class path";
    }
    return "on the class path: " + String.join(", ", names());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (BackendProvider provider : providers) {
      names.add(provider.name());
    }
    return names;
  }
}
