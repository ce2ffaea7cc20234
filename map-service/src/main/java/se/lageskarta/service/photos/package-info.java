/**
 * Pictures that people send in (bilder): read with care, made anew and kept in the database, so that one backup holds
 * everything. What is kept is a JPEG of at most 1,600 pixels a side that this room has drawn itself: nothing of the
 * file that was sent is in it, neither place, time and camera (EXIF, XMP) nor what may hide in it. Sizes are pixels and
 * bytes. A picture belongs to one thing of another room, named by a word and a number; rules about who may see it are
 * that room's.
 */
@NullMarked
package se.lageskarta.service.photos;

import org.jspecify.annotations.NullMarked;
