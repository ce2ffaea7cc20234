/**
 * The code tables (kodverk): types of incidents, and the catalogue of situational measures with what is known about
 * their effect. What comes with the product is read from the files of module lageskarta-data; a municipality adds own
 * types and says what the words of its sources mean. Every room may ask.
 */
@NullMarked
package se.lageskarta.service.catalogue;

import org.jspecify.annotations.NullMarked;
