package org.synapt.backend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;

/** Chooses among providers, by name or by rank, and says why it passed some over. */
final class BackendChoice {
  private static final Logger LOGGER = Logger.getLogger(Backends.class.getName());
  private static final String BACKEND = "backend";
  private static final String THREADS = "threads";

  private final List<BackendProvider> providers;
  private final Function<String, Optional<String>> settings;

  /**
   * A choice among the given providers.
   *
   * @param providers in any order
   * @param settings gives the value of {@code backend} and {@code threads}, if set
   */
  BackendChoice(List<BackendProvider> providers, Function<String, Optional<String>> settings) {
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
    Optional<String> chosen = settings.apply(BACKEND);
    if (chosen.isPresent()) {
      return open(chosen.get(), none);
    }
    for (BackendProvider provider : providers) {
      Optional<String> reason = provider.unavailable();
      if (!reason.isPresent()) {
        return provider.open(withSettings(none));
      }
      LOGGER.info(() -> "Passed over the backend " + provider.name() + ": " + reason.get());
    }
    throw new IllegalStateException("No backend is available; " + known());
  }

  /** Opens the backend of that name; options win over settings. */
  Backend open(String name, Map<String, String> options) {
    BackendProvider provider = find(name.toLowerCase(Locale.ROOT), name);
    Optional<String> reason = provider.unavailable();
    if (reason.isPresent()) {
      throw new IllegalStateException(
          "The backend " + provider.name() + " is unavailable: " + reason.get());
    }
    return provider.open(withSettings(options));
  }

  private BackendProvider find(String lowerCase, String asWritten) {
    for (BackendProvider provider : providers) {
      if (provider.name().equals(lowerCase)) {
        return provider;
      }
    }
    throw new IllegalArgumentException(
        "There is no backend '" + asWritten + "'" + suggestion(lowerCase) + "; " + known());
  }

  private Map<String, String> withSettings(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    settings.apply(THREADS).ifPresent(threads -> all.putIfAbsent(THREADS, threads));
    return all;
  }

  private String known() {
    if (providers.isEmpty()) {
      return "there is none on the class path";
    }
    List<String> names = new ArrayList<>();
    for (BackendProvider provider : providers) {
      names.add(provider.name());
    }
    return "on the class path: " + String.join(", ", names);
  }

  private String suggestion(String name) {
    String nearest = "";
    int least = 3;
    for (BackendProvider provider : providers) {
      int edits = edits(name, provider.name());
      if (edits < least) {
        least = edits;
        nearest = " (did you mean " + provider.name() + "?)";
      }
    }
    return nearest;
  }

  /**
   * How many letters to insert, delete or replace to turn one word into the other.
   *
   * <p>R. A. Wagner and M. J. Fischer, The String-to-String Correction Problem, 1974, kept to one
   * row of their table.
   */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
