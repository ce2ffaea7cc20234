/**
 * Coverage (täckningsgrad): how much of what others have published as reported crime is among the incidents here, for
 * each type and year or quarter. Police extracts without places lose what was reported over the internet; whoever reads
 * a picture of them must know.
 */
@NullMarked
package se.lageskarta.service.coverage;

import org.jspecify.annotations.NullMarked;
