/**
 * What every address shares (webben): parameters read strictly, answers with their tag, problems that say what is
 * wrong and what to do, static pages, security headers. Knows no feature.
 */
@NullMarked
package se.lageskarta.service.web;

import org.jspecify.annotations.NullMarked;
