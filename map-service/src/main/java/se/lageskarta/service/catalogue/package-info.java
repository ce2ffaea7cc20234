/**
 * The code tables (kodverk): types of incidents, and the catalogue of situational measures with what is known about
 * their effect. Read once from the files of module lageskarta-data; every room may ask.
 */
@NullMarked
package se.lageskarta.service.catalogue;

import org.jspecify.annotations.NullMarked;
