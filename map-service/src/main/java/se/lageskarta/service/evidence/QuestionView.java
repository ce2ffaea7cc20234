package se.lageskarta.service.evidence;

import org.jspecify.annotations.Nullable;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.storage.Bounds;

/** A layer's view that the question alone settles: it shows the same as long as the question has the same answer. */
public interface QuestionView extends LayerView {
    Question question();

    @Override
    default String key() {
        return question().key();
    }

    @Override
    default CachePolicy cache() {
        return CachePolicy.ASK;
    }

    /** The box of all datasets asked for, whatever the filter leaves of them. */
    @Override
    default @Nullable Bounds bounds() {
        return question().bounds();
    }
}
