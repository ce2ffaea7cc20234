/**
 * Who took out which data, when (uttagslogg). Every file that leaves the service is noted before it is sent; without a note
 * nothing is sent. Lines are added and never changed but for how the request ended; nobody erases them. Reads requests and
 * the accounts' names; nobody enters here.
 */
@NullMarked
package se.lageskarta.service.exports;

import org.jspecify.annotations.NullMarked;
