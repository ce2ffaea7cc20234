/**
 * Documents of the law (2023:196): the month's page, the half-year page for the steering group, the yearly report to the
 * council, the situation picture and action plan of every second year, and the registers of pledges and agreements.
 */
@NullMarked
package se.lageskarta.service.documents;

import org.jspecify.annotations.NullMarked;
