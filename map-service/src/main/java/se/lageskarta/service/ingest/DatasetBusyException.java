package se.lageskarta.service.ingest;

/** Another file is on its way into the same dataset. */
public final class DatasetBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String dataset;

    DatasetBusyException(String dataset) {
        super("Another import into dataset '" + dataset + "' is running");
        this.dataset = dataset;
    }

    public String dataset() {
        return dataset;
    }
}
