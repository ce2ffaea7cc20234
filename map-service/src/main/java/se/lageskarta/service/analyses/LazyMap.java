package se.lageskarta.service.analyses;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A map whose keys are known and whose values are made when they are asked for. Never written to. */
final class LazyMap<V> extends AbstractMap<String, V> {
    private final Set<Map.Entry<String, V>> entries = new LinkedHashSet<>();

    /** @param value makes, or finds, the value of a key */
    LazyMap(Set<String> keys, Function<String, V> value) {
        for (String key : new TreeSet<>(keys)) {
            entries.add(new Lazy<>(key, value));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return entries;
    }

    /** Compared as itself, so that nothing is made by looking at it. */
    private static final class Lazy<V> implements Map.Entry<String, V> {
        private final String key;
        private final Function<String, V> value;

        private Lazy(String key, Function<String, V> value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value.apply(key);
        }

        @Override
        public V setValue(V other) {
            throw new UnsupportedOperationException();
        }
    }
}
