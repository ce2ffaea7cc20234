package se.lageskarta.service.ingest;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.FileKind;

/** The imports that run in this process: at most one into each dataset. */
@Component
class RunningImports {
    private final Map<Long, RunningImport> byImport = new ConcurrentHashMap<>();
    private final Set<String> datasets = ConcurrentHashMap.newKeySet();

    /**
     * Holds a dataset for one import.
     *
     * @throws DatasetBusyException when another import runs into it
     */
    String hold(FileKind kind, String datasetName) {
        String key = kind.code() + " " + datasetName;
        if (!datasets.add(key)) {
            throw new DatasetBusyException(datasetName);
        }
        return key;
    }

    void release(String key) {
        datasets.remove(key);
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

    /** True when one was running and has been asked to stop. */
    boolean cancel(long importId) {
        RunningImport running = byImport.get(importId);
        if (running != null) {
            running.cancel();
        }
        return running != null;
    }
}
