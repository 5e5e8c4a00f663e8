package org.synapt.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.synapt.text.Nearest;

/** Chooses among providers, by name or by rank, and says why it passed some over. */
final class BackendChoice {
  /** What the settings say of a backend, whichever it is. */
  private static final List<SettingKey> OPTIONS =
      Collections.unmodifiableList(Arrays.asList(SettingKey.THREADS, SettingKey.PRECISION));

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
      Log.LOGGER.info(() -> "Passed over the backend " + provider.name() + ": " + reason.get());
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
    Map<String, String> all = new HashMap<>(options);
    Map<SettingKey, Setting> set = new EnumMap<>(SettingKey.class);
    for (SettingKey key : OPTIONS) {
      Optional<Setting> setting = settings.apply(key);
      if (setting.isPresent() && !options.containsKey(key.key())) {
        set.put(key, setting.get());
        all.put(key.key(), setting.get().value());
      }
    }
    try {
      return provider.open(all);
    } catch (IllegalArgumentException e) {
      throw blaming(set, e);
    }
  }

  /** The same refusal, with the place where what is refused was set, unless that is the code. */
  private static IllegalArgumentException blaming(
      Map<SettingKey, Setting> set, IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    for (Map.Entry<SettingKey, Setting> entry : set.entrySet()) {
      // Who refuses a value names the option and quotes the value.
      Setting setting = entry.getValue();
      if (message.contains(entry.getKey().key()) && message.contains("'" + setting.value() + "'")) {
        return new IllegalArgumentException(because(refusal, setting), refusal);
      }
    }
    return refusal;
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
