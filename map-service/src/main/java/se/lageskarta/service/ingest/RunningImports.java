package se.lageskarta.service.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.FileKind;

/**
 * The imports that run in this process: at most one into each dataset; others may wait for their turn, in the order they
 * came. Safe for several threads.
 */
@Component
class RunningImports {
    private final Map<Long, RunningImport> byImport = new ConcurrentHashMap<>();
    private final Map<String, Deque<Waiting>> turns = new HashMap<>();

    /**
     * An import that waits for its turn.
     *
     * @param start begins it; throws when it cannot
     * @param giveUp ends it without having begun
     */
    record Waiting(long importId, Runnable start, Runnable giveUp) {}

    static String key(FileKind kind, String datasetName) {
        return kind.code() + " " + datasetName;
    }

    /**
     * Holds a dataset for one import.
     *
     * @throws DatasetBusyException when another import runs into it
     */
    String hold(FileKind kind, String datasetName) {
        String key = key(kind, datasetName);
        synchronized (turns) {
            if (turns.containsKey(key)) {
                throw new DatasetBusyException(datasetName);
            }
            turns.put(key, new ArrayDeque<>());
        }
        return key;
    }

    /** Holds a dataset for an import and begins it, at once or when those before it have ended. */
    void inTurn(String key, Waiting waiting) {
        synchronized (turns) {
            Deque<Waiting> before = turns.get(key);
            if (before != null) {
                before.add(waiting);
                return;
            }
            turns.put(key, new ArrayDeque<>());
        }
        try {
            waiting.start().run();
        } catch (RuntimeException e) {
            release(key);
            throw e;
        }
    }

    /** The dataset is free for whoever comes next. */
    void release(String key) {
        Waiting next;
        synchronized (turns) {
            Deque<Waiting> waiting = turns.get(key);
            next = waiting == null ? null : waiting.poll();
            if (next == null) {
                turns.remove(key);
                return;
            }
        }
        try {
            next.start().run();
        } catch (RuntimeException cannotBegin) {
            try {
                next.giveUp().run();
            } finally {
                release(key);
            }
        }
    }

    void began(long importId, RunningImport running) {
        byImport.put(importId, running);
    }

    void ended(long importId) {
        byImport.remove(importId);
    }

    @Nullable
    RunningImport find(long importId) {
        return byImport.get(importId);
    }

    /** True when one was running or waiting and has been asked to stop. */
    boolean cancel(long importId) {
        RunningImport running = byImport.get(importId);
        if (running != null) {
            running.cancel();
            leaveQueue(importId);
        }
        return running != null;
    }

    private void leaveQueue(long importId) {
        Waiting found = null;
        synchronized (turns) {
            for (Deque<Waiting> queue : turns.values()) {
                for (Waiting waiting : queue) {
                    found = waiting.importId() == importId ? waiting : found;
                }
                queue.remove(found);
            }
        }
        if (found != null) {
            found.giveUp().run();
        }
    }
}
